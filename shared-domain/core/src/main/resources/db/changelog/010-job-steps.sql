-- The calls of a job to a generation backend that is paid for or slow: what was submitted is resumed by the next attempt,
-- and what was finished is not made again. Rows go, with the files that they name, soon after the job has ended.
CREATE TABLE vto_job_step (
  job_id uuid NOT NULL REFERENCES vto_job(id) ON DELETE CASCADE,
  step varchar(64) NOT NULL, -- number of the picture and garments, as 0-bottom; or video
  provider varchar(64) NOT NULL,
  model varchar(128) NOT NULL,
  provider_job_id text, -- the backend's own job, stored before it is first looked at
  result jsonb, -- the stored file: key, thumbnail, contentType, width, height, bytes, seconds
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (job_id, step)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON vto_job_step TO vto_worker;
