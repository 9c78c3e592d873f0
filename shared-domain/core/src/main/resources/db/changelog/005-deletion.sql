-- Lists of what can be restored, and the purge's way to what was deleted longest ago.
CREATE INDEX ix_collections_user_deleted ON collections (user_id, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_projects_user_deleted ON projects (user_id, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_projects_collection_deleted ON projects (collection_id, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_products_project_deleted ON products (project_id, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_generate_img_deleted ON generate_img (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_generate_video_deleted ON generate_video (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_marketing_letter_deleted ON marketing_letter (deleted_at) WHERE deleted_at IS NOT NULL;
