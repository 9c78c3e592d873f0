package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Exports.Section;

/** What is held on the user {@code $1}, each column by its name in the API. Hashes of tokens stay here. */
final class ExportSql {

    private static final String RESULT =
            """
            id, project_id AS "projectId", product_id AS "productId", job_id AS "jobId", url,
            thumbnail_url AS "thumbnailUrl", position, is_selected AS "selected", selected_at AS "selectedAt", width,
            height, bytes, content_type AS "contentType", provider, model, seed, ai_generated AS "aiGenerated",
            """;

    private static final String TIMES =
            """
             created_at AS "createdAt", updated_at AS "updatedAt", deleted_at AS "deletedAt"
            """;

    private ExportSql() {}

    static String of(Section section) {
        return switch (section) {
            case USER ->
                """
                    SELECT id, email, name, last_name AS "lastName", profile_picture AS "profilePicture",
                      google_social AS "google", kakao_social AS "kakao", language,"""
                        + TIMES + "FROM users WHERE id = $1";
            case SESSIONS ->
                """
                    SELECT family_id AS "sessionId", created_at AS "createdAt", expires_at AS "expiresAt",
                      rotated_at AS "rotatedAt", revoked_at AS "revokedAt"
                    FROM refresh_token WHERE user_id = $1 ORDER BY created_at""";
            case COLLECTIONS -> "SELECT id, name," + TIMES + "FROM collections WHERE user_id = $1 ORDER BY id";
            case PROJECTS ->
                """
                    SELECT id, collection_id AS "collectionId", name, shard_user_list AS "sharedWith",
                      selected_image_number AS "selectedImageNumber", total_image_number AS "totalImageNumber",
                      total_video_number AS "totalVideoNumber", marketing_letter_key AS "marketingLetterId","""
                        + TIMES + "FROM projects WHERE user_id = $1 ORDER BY id";
            case PRODUCTS ->
                """
                    SELECT id, project_id AS "projectId", jsonb_strip_nulls(jsonb_build_object(
                        'upperFront', upper_f_image_url, 'upperBack', upper_b_image_url,
                        'bottomFront', bottom_f_image_url, 'bottomBack', bottom_b_image_url,
                        'onepieceFront', onepiece_f_image_url, 'onepieceBack', onepiece_b_image_url,
                        'outerFront', outer_f_image_url, 'outerBack', outer_b_image_url)) AS "images",
                      generate_img_key AS "imageId", generate_video_key AS "videoId",
                      marketing_letter_key AS "letterId","""
                        + TIMES + "FROM products WHERE user_id = $1 ORDER BY id";
            case IMAGES -> "SELECT view, " + RESULT + TIMES + "FROM generate_img WHERE user_id = $1";
            case VIDEOS -> "SELECT seconds, " + RESULT + TIMES + "FROM generate_video WHERE user_id = $1";
            case LETTERS ->
                """
                    SELECT id, project_id AS "projectId", product_id AS "productId", job_id AS "jobId", language,
                      headline, summary, bullet_points AS "bulletPoints", generated, provider, model,
                      ai_generated AS "aiGenerated","""
                        + TIMES + "FROM marketing_letter WHERE user_id = $1";
            case JOBS ->
                """
                    SELECT id, project_id AS "projectId", product_id AS "productId", kind, status, spec, priority,
                      progress, attempt, max_attempts AS "maxAttempts", error_code AS "errorCode",
                      fail_reason AS "failReason", provider, retry_of AS "retryOf", submitted_by AS "submittedBy",
                      used_point_type AS "usedPointType", used_amount AS "usedAmount", created_at AS "createdAt",
                      queued_at AS "queuedAt", started_at AS "startedAt", finished_at AS "finishedAt",
                      cancel_requested_at AS "cancelRequestedAt", updated_at AS "updatedAt"
                    FROM vto_job WHERE user_id = $1""";
            case ATTEMPTS ->
                """
                    SELECT a.job_id AS "jobId", a.attempt, a.started_at AS "startedAt", a.finished_at AS "finishedAt",
                      a.outcome, a.error_code AS "errorCode"
                    FROM vto_job j JOIN job_attempt a ON a.job_id = j.id WHERE j.user_id = $1""";
            case SUBMITTED ->
                """
                    SELECT id, project_id AS "projectId", kind, status, created_at AS "createdAt"
                    FROM vto_job WHERE submitted_by = $1 AND user_id <> $1 ORDER BY id""";
            case SHARED ->
                """
                    SELECT p.id AS "projectId", share ->> 'role' AS role
                    FROM projects p CROSS JOIN jsonb_array_elements(p.shard_user_list) share
                    WHERE p.shard_user_list @> jsonb_build_array(jsonb_build_object('userId', $1::uuid))
                      AND share ->> 'userId' = $1::uuid::text""";
            case REQUESTS ->
                """
                    SELECT key, operation, status, created_at AS "createdAt"
                    FROM idempotency_key WHERE user_id = $1 ORDER BY created_at""";
        };
    }
}
