-- Lists that are narrowed to a job or to what is selected, in their order. The grants of 003 cover these tables.
DROP INDEX ix_generate_img_job;
DROP INDEX ix_generate_video_job;
CREATE INDEX ix_generate_img_job ON generate_img (job_id, id DESC);
CREATE INDEX ix_generate_video_job ON generate_video (job_id, id DESC);
CREATE INDEX ix_generate_img_project_selected ON generate_img (project_id, id DESC)
  WHERE is_selected AND deleted_at IS NULL;
CREATE INDEX ix_generate_video_project_selected ON generate_video (project_id, id DESC)
  WHERE is_selected AND deleted_at IS NULL;
