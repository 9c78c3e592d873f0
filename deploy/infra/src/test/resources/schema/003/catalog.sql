-- What catalog-service had written, as its role.
INSERT INTO users (id, name, last_name, email, profile_picture, google_social, kakao_social, language, version, deleted_at) VALUES
  ('0199c82c-c000-7000-8000-000000000001', 'Mina', 'Kim', 'mina@example.com', 'https://example.com/mina.png', '{"sub": "g-1"}', NULL, 'ko', 3, NULL),
  ('0199c82c-c000-7000-8000-000000000002', 'Ada', NULL, 'ada@example.com', NULL, NULL, '{"sub": "k-1"}', 'en', 0, NULL),
  ('0199c82c-c000-7000-8000-000000000003', NULL, NULL, NULL, NULL, '{"sub": "g-2"}', '{"sub": "k-2"}', 'en', 0, '2026-11-01T00:00:00Z');

INSERT INTO collections (id, user_id, name, deleted_at) VALUES
  ('0199c82c-c000-7000-8000-000000000011', '0199c82c-c000-7000-8000-000000000001', 'Spring', NULL),
  ('0199c82c-c000-7000-8000-000000000012', '0199c82c-c000-7000-8000-000000000001', 'Winter ❄', '2026-11-02T00:00:00Z');

INSERT INTO projects (id, collection_id, user_id, name, shard_user_list, deleted_at) VALUES
  ('0199c82c-c000-7000-8000-000000000021', '0199c82c-c000-7000-8000-000000000011', '0199c82c-c000-7000-8000-000000000001', 'Lookbook',
   '[{"userId": "0199c82c-c000-7000-8000-000000000002", "role": "EDITOR"}]', NULL),
  ('0199c82c-c000-7000-8000-000000000022', '0199c82c-c000-7000-8000-000000000012', '0199c82c-c000-7000-8000-000000000001', 'Coats', NULL, '2026-11-02T00:00:00Z');

INSERT INTO products (id, user_id, project_id, upper_f_image_url, bottom_b_image_url, deleted_at) VALUES
  ('0199c82c-c000-7000-8000-000000000031', '0199c82c-c000-7000-8000-000000000001', '0199c82c-c000-7000-8000-000000000021', '1/photos/a.jpg', '1/photos/b.jpg', NULL),
  ('0199c82c-c000-7000-8000-000000000032', '0199c82c-c000-7000-8000-000000000001', '0199c82c-c000-7000-8000-000000000022', NULL, NULL, '2026-11-02T00:00:00Z');

-- Jobs 41 to 46 are still waiting; the worker's rows take all but the first two further.
INSERT INTO vto_job (id, user_id, project_id, product_id, submitted_by, kind, spec, priority, rank, status, queued_at)
SELECT ('0199c82c-c000-7000-8000-0000000000' || n)::uuid, '0199c82c-c000-7000-8000-000000000001', '0199c82c-c000-7000-8000-000000000021',
  '0199c82c-c000-7000-8000-000000000031', '0199c82c-c000-7000-8000-000000000002',
  (ARRAY['IMAGE', 'VIDEO', 'LETTER'])[1 + n % 3], '{"views": ["FRONT"], "seed": 42}', n % 10, n,
  CASE WHEN n = 41 THEN 'PENDING' ELSE 'QUEUED' END, CASE WHEN n > 41 THEN now() END
FROM generate_series(41, 48) n;
UPDATE vto_job SET status = 'CANCELED', finished_at = now(), updated_at = now(), used_point_type = 'trial', used_amount = 1
WHERE id = '0199c82c-c000-7000-8000-000000000048';
INSERT INTO vto_job (id, user_id, project_id, kind, retry_of, cancel_requested_at)
VALUES ('0199c82c-c000-7000-8000-000000000049', '0199c82c-c000-7000-8000-000000000001', '0199c82c-c000-7000-8000-000000000021', 'IMAGE',
  '0199c82c-c000-7000-8000-000000000048', now());

-- Sent, waiting, and put aside.
INSERT INTO outbox_event (id, aggregatetype, aggregateid, type, payload, headers, sent_at, position, parked_reason) VALUES
  ('0199c82c-c000-7000-8000-000000000051', 'vto.job.requested', '0199c82c-c000-7000-8000-000000000042', 'requested', '{"userId": "1"}', '{"traceparent": "00-1-1-01"}', now(), 0, NULL),
  ('0199c82c-c000-7000-8000-000000000052', 'vto.job.requested', '0199c82c-c000-7000-8000-000000000041', 'requested', '{"userId": "1"}', NULL, NULL, NULL, NULL),
  ('0199c82c-c000-7000-8000-000000000053', 'vto.job.events', '0199c82c-c000-7000-8000-000000000041', 'queued', '{"userId": "1"}', NULL, NULL, NULL, 'too large');

INSERT INTO idempotency_key (user_id, key, operation, body_hash, status, headers, body)
VALUES ('0199c82c-c000-7000-8000-000000000001', 'k', 'POST /v1/collections', 'h', 201, '{"Location": "/v1/collections/1"}', '{"id": "1"}');

INSERT INTO refresh_token (token_hash, family_id, user_id, expires_at, rotated_at, replaced_by, revoked_at) VALUES
  ('a', '0199c82c-c000-7000-8000-000000000061', '0199c82c-c000-7000-8000-000000000001', now() + interval '30 days', now(), 'b', NULL),
  ('b', '0199c82c-c000-7000-8000-000000000061', '0199c82c-c000-7000-8000-000000000001', now() + interval '30 days', NULL, NULL, NULL),
  ('c', '0199c82c-c000-7000-8000-000000000062', '0199c82c-c000-7000-8000-000000000002', now() + interval '30 days', NULL, NULL, now());
