-- What is new since 003, as workers had written it.
UPDATE vto_job SET status = 'RUNNING', worker = 'worker-2', claim = 1, claim_key = '0199c82c-c000-7000-8000-000000000181', attempt = 1,
  started_at = now(), heartbeat_at = now(), updated_at = now()
WHERE id = '0199c82c-c000-7000-8000-000000000142';
INSERT INTO vto_job_step (job_id, step, provider, model, provider_job_id, result) VALUES
  ('0199c82c-c000-7000-8000-000000000142', '0-upper', 'fashn', 'tryon-v1.6', 'f-2', '{"key": "1/142/1/0.jpg", "width": 1024}'),
  ('0199c82c-c000-7000-8000-000000000142', '0-bottom', 'fashn', 'tryon-v1.6', 'f-3', NULL);
