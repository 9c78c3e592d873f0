package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.user.Provider;

/**
 * The statements on a provider's column of users. Those that write begin with the claims and the address that the
 * provider vouches for; an address that another user has is not taken.
 */
record IdentitySql(String uniqueIndex, String find, String add, String link, String unlink, String isLinked) {

    static final String UNIQUE_EMAIL = "users_email_key";

    static IdentitySql of(Provider provider) {
        return switch (provider) {
            case GOOGLE -> of("google_social", "kakao_social", "ux_users_google_sub");
            case KAKAO -> of("kakao_social", "google_social", "ux_users_kakao_sub");
        };
    }

    private static IdentitySql of(String column, String other, String uniqueIndex) {
        String email = "coalesce((SELECT $2::text WHERE NOT EXISTS ("
                + "SELECT 1 FROM users o WHERE o.email = $2 AND o.id <> u.id)), u.email)";
        return new IdentitySql(
                uniqueIndex,
                """
                UPDATE users u SET %1$s = $1, email = %2$s
                WHERE u.%1$s ->> 'sub' = $3 AND u.deleted_at IS NULL
                RETURNING u.id
                """
                        .formatted(column, email),
                """
                INSERT INTO users (%1$s, email, id, name, last_name, profile_picture, language, created_at, updated_at)
                VALUES ($1, (SELECT $2::text WHERE NOT EXISTS (SELECT 1 FROM users o WHERE o.email = $2)),
                  $3, $4, $5, $6, $7, $8, $8)
                ON CONFLICT DO NOTHING
                RETURNING id
                """
                        .formatted(column),
                """
                UPDATE users u SET %1$s = $1, email = %2$s, updated_at = now(),
                  version = version + CASE WHEN u.%1$s IS NULL THEN 1 ELSE 0 END
                WHERE u.id = $4 AND u.deleted_at IS NULL AND (u.%1$s IS NULL OR u.%1$s ->> 'sub' = $3)
                RETURNING u.id
                """
                        .formatted(column, email),
                """
                UPDATE users u SET %1$s = NULL, version = version + 1, updated_at = now(),
                  email = CASE WHEN u.email = lower(u.%1$s ->> 'email') THEN NULL ELSE u.email END
                WHERE u.id = $1 AND u.deleted_at IS NULL AND u.%1$s IS NOT NULL AND u.%2$s IS NOT NULL
                RETURNING u.id
                """
                        .formatted(column, other),
                "SELECT u.id FROM users u WHERE u.id = $1 AND u.deleted_at IS NULL AND u." + column + " IS NOT NULL");
    }
}
