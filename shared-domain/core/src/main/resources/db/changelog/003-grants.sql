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
