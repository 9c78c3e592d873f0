-- What is new since 003, as catalog-service had written it.
INSERT INTO users (id, name, google_social) VALUES ('0199c82c-c000-7000-8000-000000000004', 'back again', '{"sub": "g-2"}');
INSERT INTO used_nonce (nonce_hash, expires_at) VALUES ('n', now() + interval '10 minutes');
UPDATE refresh_token SET reused_at = now() WHERE token_hash = 'a';
INSERT INTO vto_job (id, user_id, project_id, kind, priority, rank, traceparent)
SELECT ('0199c82c-c000-7000-8000-0000000001' || n)::uuid, '0199c82c-c000-7000-8000-000000000001', '0199c82c-c000-7000-8000-000000000021',
  'IMAGE', 5, vto_next_rank('0199c82c-c000-7000-8000-000000000001', 5::smallint), '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
FROM generate_series(41, 42) n;
INSERT INTO outbox_event (id, aggregatetype, aggregateid, type, payload, sent_at, position)
VALUES ('0199c82c-c000-7000-8000-000000000151', 'vto.job.events', '0199c82c-c000-7000-8000-000000000141', 'queued',
  '{"userId": "1", "submittedBy": "2"}', now(), nextval('outbox_position'));
UPDATE media_sweep SET after_key = '1/46/1/0.jpg', rests_until = now() + interval '12 hours';
