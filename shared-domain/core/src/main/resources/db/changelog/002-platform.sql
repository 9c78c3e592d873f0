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
