-- Lists of what can be restored. The grants of 003 cover these tables.
CREATE INDEX ix_generate_img_project_deleted ON generate_img (project_id, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_generate_video_project_deleted ON generate_video (project_id, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_marketing_letter_project_deleted ON marketing_letter (project_id, id DESC) WHERE deleted_at IS NOT NULL;
