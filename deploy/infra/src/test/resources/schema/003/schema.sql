-- Create Database Change Log Table
CREATE TABLE public.databasechangelog (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255) NOT NULL, FILENAME VARCHAR(255) NOT NULL, DATEEXECUTED TIMESTAMP WITHOUT TIME ZONE NOT NULL, ORDEREXECUTED INTEGER NOT NULL, EXECTYPE VARCHAR(10) NOT NULL, MD5SUM VARCHAR(35), DESCRIPTION VARCHAR(255), COMMENTS VARCHAR(255), TAG VARCHAR(255), LIQUIBASE VARCHAR(20), CONTEXTS VARCHAR(255), LABELS VARCHAR(255), DEPLOYMENT_ID VARCHAR(10));

-- Changeset db/changelog/changelog.yaml::001-schema::vto
CREATE EXTENSION IF NOT EXISTS "pgcrypto";

-- 1) USERS
CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text,
  last_name text,
  email text UNIQUE,
  profile_picture text,
  google_social jsonb,
  kakao_social jsonb,
  language varchar(10) DEFAULT 'ko',
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now(),
  deleted_at timestamptz NULL
);

-- 2) COLLECTIONS
CREATE TABLE collections (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid REFERENCES users(id) ON DELETE CASCADE,
  name text,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now(),
  deleted_at timestamptz NULL
);

-- 7) PROJECTS
CREATE TABLE projects (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  collection_id uuid REFERENCES collections(id) ON DELETE CASCADE,
  user_id uuid REFERENCES users(id) ON DELETE CASCADE,
  name text,
  shard_user_list jsonb,
  selected_image_number integer DEFAULT 0,
  total_image_number integer DEFAULT 0,
  total_video_number integer DEFAULT 0,
  marketing_letter_key uuid NULL,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now(),
  deleted_at timestamptz NULL
);

-- 8) PRODUCTS
CREATE TABLE products (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid REFERENCES users(id) ON DELETE CASCADE,
  project_id uuid REFERENCES projects(id) ON DELETE CASCADE,
  upper_f_image_url text,
  upper_b_image_url text,
  bottom_f_image_url text,
  bottom_b_image_url text,
  onepiece_f_image_url text,
  onepiece_b_image_url text,
  outer_f_image_url text,
  outer_b_image_url text,
  generate_img_key uuid NULL,
  generate_video_key uuid NULL,
  marketing_letter_key uuid NULL,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now(),
  deleted_at timestamptz NULL
);

-- 9) GENERATE_IMG
CREATE TABLE generate_img (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  url text,
  user_id uuid REFERENCES users(id),
  project_id uuid REFERENCES projects(id),
  product_id uuid REFERENCES products(id),
  is_selected boolean DEFAULT false,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now(),
  deleted_at timestamptz NULL
);

-- 10) GENERATE_VIDEO
CREATE TABLE generate_video (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  url text,
  user_id uuid REFERENCES users(id),
  project_id uuid REFERENCES projects(id),
  product_id uuid REFERENCES products(id),
  is_selected boolean DEFAULT false,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now(),
  deleted_at timestamptz NULL
);

-- 11) MARKETING_LETTER
CREATE TABLE marketing_letter (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid REFERENCES users(id),
  project_id uuid REFERENCES projects(id),
  summary text,
  bullet_points jsonb,
  created_at timestamptz DEFAULT now(),
  updated_at timestamptz DEFAULT now(),
  deleted_at timestamptz NULL
);

-- 12) VTO_JOB
CREATE TABLE vto_job (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid REFERENCES users(id) ON DELETE CASCADE,
  project_id uuid REFERENCES projects(id),
  status varchar(32) DEFAULT 'PENDING',
  used_point_type varchar(32), -- reserved for future billing metadata
  used_amount integer DEFAULT 0,
  worker text,
  queued_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  fail_reason text,
  created_at timestamptz DEFAULT now()
);

CREATE INDEX ix_vto_job_user ON vto_job(user_id, status);

INSERT INTO public.databasechangelog (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('001-schema', 'vto', 'db/changelog/changelog.yaml', NOW(), 1, '9:4c816b541a69cb303456587c6b02b80c', 'sqlFile path=001-schema.sql', '', 'EXECUTED', NULL, NULL, '4.33.0', '5991406157');

-- Changeset db/changelog/changelog.yaml::002-platform::vto
-- What the platform needs beyond the given schema. Given tables and columns stay as they are; this only adds.
-- Ids are UUIDv7, so "newest first" is ORDER BY id DESC and the list indexes need no further column.

-- Users: (provider, sub) is the key of an identity.
ALTER TABLE users ADD COLUMN version integer NOT NULL DEFAULT 0;

CREATE UNIQUE INDEX ux_users_google_sub ON users ((google_social ->> 'sub')) WHERE google_social IS NOT NULL;

CREATE UNIQUE INDEX ux_users_kakao_sub ON users ((kakao_social ->> 'sub')) WHERE kakao_social IS NOT NULL;

CREATE INDEX ix_users_deleted ON users (deleted_at) WHERE deleted_at IS NOT NULL;

-- Collections.
ALTER TABLE collections ADD COLUMN version integer NOT NULL DEFAULT 0;

CREATE INDEX ix_collections_user ON collections (user_id, id DESC);

CREATE INDEX ix_collections_deleted ON collections (deleted_at) WHERE deleted_at IS NOT NULL;

-- Projects.
ALTER TABLE projects ADD COLUMN version integer NOT NULL DEFAULT 0;

CREATE INDEX ix_projects_user ON projects (user_id, id DESC);

CREATE INDEX ix_projects_collection ON projects (collection_id, id DESC);

CREATE INDEX ix_projects_shared ON projects USING gin (shard_user_list jsonb_path_ops);

CREATE INDEX ix_projects_deleted ON projects (deleted_at) WHERE deleted_at IS NOT NULL;

-- Products.
ALTER TABLE products ADD COLUMN version integer NOT NULL DEFAULT 0;

CREATE INDEX ix_products_project ON products (project_id, id DESC);

CREATE INDEX ix_products_user ON products (user_id);

CREATE INDEX ix_products_deleted ON products (deleted_at) WHERE deleted_at IS NOT NULL;

-- Jobs. claim is the fence: it rises at every claim and is never reused; attempt only counts.
ALTER TABLE vto_job
  ADD COLUMN kind varchar(16) NOT NULL DEFAULT 'IMAGE',
  ADD COLUMN product_id uuid REFERENCES products(id),
  ADD COLUMN spec jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN priority smallint NOT NULL DEFAULT 5,
  ADD COLUMN rank bigint NOT NULL DEFAULT 0,
  ADD COLUMN claim integer NOT NULL DEFAULT 0,
  ADD COLUMN attempt integer NOT NULL DEFAULT 0,
  ADD COLUMN max_attempts integer NOT NULL DEFAULT 5,
  ADD COLUMN losses integer NOT NULL DEFAULT 0,
  ADD COLUMN progress real NOT NULL DEFAULT 0,
  ADD COLUMN heartbeat_at timestamptz,
  ADD COLUMN next_attempt_at timestamptz,
  ADD COLUMN cancel_requested_at timestamptz,
  ADD COLUMN error_code varchar(32),
  ADD COLUMN provider varchar(64),
  ADD COLUMN provider_job_id text,
  ADD COLUMN retry_of uuid,
  ADD COLUMN submitted_by uuid,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD CONSTRAINT ck_vto_job_status CHECK (status IN ('PENDING', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED')),
  ADD CONSTRAINT ck_vto_job_kind CHECK (kind IN ('IMAGE', 'VIDEO', 'LETTER')),
  ADD CONSTRAINT ck_vto_job_priority CHECK (priority BETWEEN 0 AND 9);

CREATE INDEX ix_vto_job_claim ON vto_job (priority DESC, rank, id)
  WHERE status IN ('PENDING', 'QUEUED') AND next_attempt_at IS NULL;

CREATE INDEX ix_vto_job_due ON vto_job (next_attempt_at)
  WHERE status IN ('PENDING', 'QUEUED') AND next_attempt_at IS NOT NULL;

CREATE INDEX ix_vto_job_running ON vto_job (heartbeat_at) WHERE status = 'RUNNING';

CREATE INDEX ix_vto_job_user_rank ON vto_job (user_id, priority, rank DESC)
  WHERE status IN ('PENDING', 'QUEUED');

CREATE INDEX ix_vto_job_project ON vto_job (project_id, id DESC);

CREATE INDEX ix_vto_job_user_newest ON vto_job (user_id, id DESC);

CREATE INDEX ix_vto_job_submitter ON vto_job (submitted_by, id DESC);

CREATE INDEX ix_vto_job_product ON vto_job (product_id);

ALTER TABLE vto_job SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- The fair-rank clocks, one a priority: sequences, so that moving one takes no row lock.
CREATE SEQUENCE vto_rank_clock_0 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_1 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_2 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_3 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_4 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_5 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_6 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_7 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_8 MINVALUE 0 START 0;

CREATE SEQUENCE vto_rank_clock_9 MINVALUE 0 START 0;

-- Every attempt, with what the backend itself said.
CREATE TABLE job_attempt (
  job_id uuid NOT NULL REFERENCES vto_job(id) ON DELETE CASCADE,
  claim integer NOT NULL,
  attempt integer NOT NULL,
  worker text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  outcome varchar(16) NOT NULL,
  error_code varchar(32),
  detail text,
  PRIMARY KEY (job_id, claim)
);

-- Results.
ALTER TABLE generate_img
  ADD COLUMN job_id uuid REFERENCES vto_job(id),
  ADD COLUMN view varchar(8),
  ADD COLUMN position integer NOT NULL DEFAULT 0,
  ADD COLUMN selected_at timestamptz,
  ADD COLUMN width integer,
  ADD COLUMN height integer,
  ADD COLUMN bytes bigint,
  ADD COLUMN content_type varchar(64),
  ADD COLUMN thumbnail_url text,
  ADD COLUMN provider varchar(64),
  ADD COLUMN model varchar(128),
  ADD COLUMN seed bigint,
  ADD COLUMN ai_generated boolean NOT NULL DEFAULT false,
  ADD COLUMN version integer NOT NULL DEFAULT 0;

CREATE INDEX ix_generate_img_project ON generate_img (project_id, id DESC);

CREATE INDEX ix_generate_img_product ON generate_img (product_id, id DESC);

CREATE INDEX ix_generate_img_job ON generate_img (job_id);

CREATE INDEX ix_generate_img_user ON generate_img (user_id);

CREATE INDEX ix_generate_img_selected ON generate_img (product_id, selected_at DESC)
  WHERE is_selected AND deleted_at IS NULL;

ALTER TABLE generate_video
  ADD COLUMN job_id uuid REFERENCES vto_job(id),
  ADD COLUMN position integer NOT NULL DEFAULT 0,
  ADD COLUMN selected_at timestamptz,
  ADD COLUMN width integer,
  ADD COLUMN height integer,
  ADD COLUMN seconds real,
  ADD COLUMN bytes bigint,
  ADD COLUMN content_type varchar(64),
  ADD COLUMN thumbnail_url text,
  ADD COLUMN provider varchar(64),
  ADD COLUMN model varchar(128),
  ADD COLUMN seed bigint,
  ADD COLUMN ai_generated boolean NOT NULL DEFAULT false,
  ADD COLUMN version integer NOT NULL DEFAULT 0;

CREATE INDEX ix_generate_video_project ON generate_video (project_id, id DESC);

CREATE INDEX ix_generate_video_product ON generate_video (product_id, id DESC);

CREATE INDEX ix_generate_video_job ON generate_video (job_id);

CREATE INDEX ix_generate_video_user ON generate_video (user_id);

CREATE INDEX ix_generate_video_selected ON generate_video (product_id, selected_at DESC)
  WHERE is_selected AND deleted_at IS NULL;

ALTER TABLE marketing_letter
  ADD COLUMN product_id uuid REFERENCES products(id),
  ADD COLUMN job_id uuid REFERENCES vto_job(id),
  ADD COLUMN language varchar(10),
  ADD COLUMN headline text,
  ADD COLUMN generated jsonb,
  ADD COLUMN provider varchar(64),
  ADD COLUMN model varchar(128),
  ADD COLUMN ai_generated boolean NOT NULL DEFAULT false,
  ADD COLUMN version integer NOT NULL DEFAULT 0;

CREATE INDEX ix_marketing_letter_project ON marketing_letter (project_id, id DESC);

CREATE INDEX ix_marketing_letter_product ON marketing_letter (product_id, id DESC);

CREATE INDEX ix_marketing_letter_job ON marketing_letter (job_id);

CREATE INDEX ix_marketing_letter_user ON marketing_letter (user_id);

-- Transactional outbox in Debezium's shape. seq is the order of insertion, never a cursor; position is the order of
-- sending. A row that Kafka refuses for good is parked and blocks nobody.
CREATE TABLE outbox_event (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  aggregatetype varchar(255) NOT NULL,
  aggregateid varchar(255) NOT NULL,
  type varchar(255) NOT NULL,
  payload jsonb NOT NULL,
  headers jsonb,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sent_at timestamptz,
  position bigint,
  parked_reason text
);

CREATE INDEX ix_outbox_event_unsent ON outbox_event (seq) WHERE sent_at IS NULL AND parked_reason IS NULL;

CREATE INDEX ix_outbox_event_position ON outbox_event (position) WHERE position IS NOT NULL;

CREATE INDEX ix_outbox_event_aggregate ON outbox_event (aggregateid, position);

CREATE INDEX ix_outbox_event_sent ON outbox_event (sent_at) WHERE sent_at IS NOT NULL;

ALTER TABLE outbox_event SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);

-- Replay of creating requests.
CREATE TABLE idempotency_key (
  user_id uuid NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  key varchar(255) NOT NULL,
  operation varchar(255) NOT NULL,
  body_hash varchar(64) NOT NULL,
  status integer,
  headers jsonb,
  body jsonb,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (user_id, key)
);

CREATE INDEX ix_idempotency_key_created ON idempotency_key (created_at);

-- Sessions: only hashes of tokens; a family is one sign-in.
CREATE TABLE refresh_token (
  token_hash varchar(64) PRIMARY KEY,
  family_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  rotated_at timestamptz,
  replaced_by varchar(64),
  revoked_at timestamptz
);

CREATE INDEX ix_refresh_token_family ON refresh_token (family_id);

CREATE INDEX ix_refresh_token_user ON refresh_token (user_id);

CREATE INDEX ix_refresh_token_expires ON refresh_token (expires_at);

INSERT INTO public.databasechangelog (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('002-platform', 'vto', 'db/changelog/changelog.yaml', NOW(), 2, '9:010a53d359de05021f9354ca1a534961', 'sqlFile path=002-platform.sql', '', 'EXECUTED', NULL, NULL, '4.33.0', '5991406157');

-- Changeset db/changelog/changelog.yaml::003-grants::vto
-- Least privilege. The roles are made by whoever runs the cluster, before the first migration.
GRANT USAGE ON SCHEMA public TO vto_catalog, vto_worker;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  users, collections, projects, products, generate_img, generate_video, marketing_letter,
  vto_job, job_attempt, outbox_event, idempotency_key, refresh_token
  TO vto_catalog;

GRANT SELECT ON
  vto_rank_clock_0, vto_rank_clock_1, vto_rank_clock_2, vto_rank_clock_3, vto_rank_clock_4,
  vto_rank_clock_5, vto_rank_clock_6, vto_rank_clock_7, vto_rank_clock_8, vto_rank_clock_9
  TO vto_catalog;

GRANT SELECT ON projects, products, generate_img, vto_job TO vto_worker;

GRANT UPDATE (
  status, worker, queued_at, started_at, finished_at, fail_reason, claim, attempt, losses, progress, heartbeat_at,
  next_attempt_at, error_code, provider, provider_job_id, updated_at
) ON vto_job TO vto_worker;

GRANT UPDATE (
  selected_image_number, total_image_number, total_video_number, marketing_letter_key, updated_at
) ON projects TO vto_worker;

GRANT UPDATE (
  generate_img_key, generate_video_key, marketing_letter_key, updated_at
) ON products TO vto_worker;

GRANT INSERT ON generate_img, generate_video, marketing_letter, outbox_event, job_attempt TO vto_worker;

GRANT SELECT, UPDATE ON
  vto_rank_clock_0, vto_rank_clock_1, vto_rank_clock_2, vto_rank_clock_3, vto_rank_clock_4,
  vto_rank_clock_5, vto_rank_clock_6, vto_rank_clock_7, vto_rank_clock_8, vto_rank_clock_9
  TO vto_worker;

INSERT INTO public.databasechangelog (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION, COMMENTS, EXECTYPE, CONTEXTS, LABELS, LIQUIBASE, DEPLOYMENT_ID) VALUES ('003-grants', 'vto', 'db/changelog/changelog.yaml', NOW(), 3, '9:18db19012724cbc58902a9423ef7c85f', 'sqlFile path=003-grants.sql', '', 'EXECUTED', NULL, NULL, '4.33.0', '5991406157');

