-- What workers had made of the catalog's rows, as their role. One job runs, one is to be tried again, the others have ended.
UPDATE vto_job SET status = 'RUNNING', worker = 'worker-1', claim = 1, attempt = 1, started_at = now(), heartbeat_at = now(),
  progress = 0.5, provider = 'fashn', provider_job_id = 'f-1', updated_at = now()
WHERE id IN ('0199c82c-c000-7000-8000-000000000043', '0199c82c-c000-7000-8000-000000000044',
  '0199c82c-c000-7000-8000-000000000045', '0199c82c-c000-7000-8000-000000000046', '0199c82c-c000-7000-8000-000000000047');
UPDATE vto_job SET status = 'QUEUED', next_attempt_at = now() + interval '1 minute', error_code = 'rate_limited', losses = 1,
  updated_at = now()
WHERE id = '0199c82c-c000-7000-8000-000000000044';
UPDATE vto_job SET status = 'FAILED', finished_at = now(), error_code = 'internal', fail_reason = 'It could not be made.', updated_at = now()
WHERE id = '0199c82c-c000-7000-8000-000000000045';
UPDATE vto_job SET status = 'SUCCEEDED', finished_at = now(), progress = 1, updated_at = now()
WHERE id IN ('0199c82c-c000-7000-8000-000000000046', '0199c82c-c000-7000-8000-000000000047');

INSERT INTO job_attempt (job_id, claim, attempt, worker, started_at, outcome, error_code, detail) VALUES
  ('0199c82c-c000-7000-8000-000000000044', 1, 1, 'worker-1', now(), 'retrying', 'rate_limited', '429 of the backend'),
  ('0199c82c-c000-7000-8000-000000000045', 1, 1, 'worker-1', now(), 'failed', 'internal', 'a fault'),
  ('0199c82c-c000-7000-8000-000000000046', 1, 1, 'worker-1', now(), 'succeeded', NULL, NULL);

INSERT INTO generate_img (id, url, thumbnail_url, user_id, project_id, product_id, job_id, view, position, width, height, bytes, content_type, provider, model, seed, ai_generated)
VALUES ('0199c82c-c000-7000-8000-000000000071', '1/46/1/0.jpg', '1/46/1/0t.jpg', '0199c82c-c000-7000-8000-000000000001', '0199c82c-c000-7000-8000-000000000021',
  '0199c82c-c000-7000-8000-000000000031', '0199c82c-c000-7000-8000-000000000046', 'FRONT', 0, 1024, 1536, 161684, 'image/jpeg', 'fashn', 'tryon-v1.6', 42, true);
INSERT INTO generate_video (id, url, user_id, project_id, product_id, job_id, width, height, seconds, bytes, content_type, provider, model, seed, ai_generated)
VALUES ('0199c82c-c000-7000-8000-000000000072', '1/46/1/0.mp4', '0199c82c-c000-7000-8000-000000000001', '0199c82c-c000-7000-8000-000000000021',
  '0199c82c-c000-7000-8000-000000000031', '0199c82c-c000-7000-8000-000000000046', 720, 1280, 5, 1884082, 'video/mp4', 'kling', 'v1-6', 42, true);
INSERT INTO marketing_letter (id, user_id, project_id, product_id, job_id, language, headline, summary, bullet_points, generated, provider, model, ai_generated)
VALUES ('0199c82c-c000-7000-8000-000000000073', '0199c82c-c000-7000-8000-000000000001', '0199c82c-c000-7000-8000-000000000021',
  '0199c82c-c000-7000-8000-000000000031', '0199c82c-c000-7000-8000-000000000047', 'ko', '봄', 'Light and easy.', '["linen"]',
  '{"headline": "봄"}', 'studio', 'preview', false);

UPDATE projects SET total_image_number = 1, total_video_number = 1, marketing_letter_key = '0199c82c-c000-7000-8000-000000000073', updated_at = now()
WHERE id = '0199c82c-c000-7000-8000-000000000021';
UPDATE products SET marketing_letter_key = '0199c82c-c000-7000-8000-000000000073', updated_at = now()
WHERE id = '0199c82c-c000-7000-8000-000000000031';
INSERT INTO outbox_event (id, aggregatetype, aggregateid, type, payload)
VALUES ('0199c82c-c000-7000-8000-000000000054', 'vto.job.events', '0199c82c-c000-7000-8000-000000000046', 'succeeded', '{"userId": "1"}');
SELECT setval('vto_rank_clock_6', 46);
