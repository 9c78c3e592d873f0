package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.domain.project.Project.Share;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.project.SharedWith;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The column {@code shard_user_list}. Each change is one statement that computes the new list from the row itself: one
 * that waits for another computes from what that one left.
 */
@Singleton
class PostgresShares implements Shares {

    private static final String IS_SHARED =
            "shard_user_list @> jsonb_build_array(jsonb_build_object('userId', $2::text))";

    private static final String WITH_ROLE =
            """
            (SELECT jsonb_agg(CASE WHEN share ->> 'userId' = $2::text
                THEN share || jsonb_build_object('role', $3::text) ELSE share END ORDER BY place)
              FROM jsonb_array_elements(shard_user_list) WITH ORDINALITY AS listed(share, place))\
            """;

    private static final String SHARE =
            """
            UPDATE projects SET version = version + 1, updated_at = now(),
              shard_user_list = CASE WHEN %1$s THEN %2$s
                ELSE coalesce(shard_user_list, '[]') || jsonb_build_object('userId', $2::text, 'role', $3::text) END
            WHERE id = $1 AND deleted_at IS NULL
              AND (%1$s OR jsonb_array_length(coalesce(shard_user_list, '[]')) < $4)
            RETURNING jsonb_array_length(coalesce(old.shard_user_list, '[]'))
              < jsonb_array_length(new.shard_user_list) AS added
            """
                    .formatted(IS_SHARED, WITH_ROLE);

    private static final String CHANGE =
            """
            UPDATE projects SET version = version + 1, updated_at = now(), shard_user_list = %2$s
            WHERE id = $1 AND deleted_at IS NULL AND %1$s
            RETURNING $3::text AS role
            """
                    .formatted(IS_SHARED, WITH_ROLE);

    private static final String END =
            """
            UPDATE projects SET version = version + 1, updated_at = now(),
              shard_user_list = (SELECT coalesce(jsonb_agg(share ORDER BY place), '[]')
                FROM jsonb_array_elements(shard_user_list) WITH ORDINALITY AS listed(share, place)
                WHERE share ->> 'userId' <> $2::text)
            WHERE id = $1 AND deleted_at IS NULL AND %s
            RETURNING (SELECT share ->> 'role' FROM jsonb_array_elements(old.shard_user_list) AS listed(share)
              WHERE share ->> 'userId' = $2::text LIMIT 1) AS role
            """
                    .formatted(IS_SHARED);

    private static final String LIST =
            """
            SELECT u.id, u.name, listed.share ->> 'role' AS role
            FROM projects p
            CROSS JOIN jsonb_array_elements(p.shard_user_list) WITH ORDINALITY AS listed(share, place)
            JOIN users u ON u.id = (listed.share ->> 'userId')::uuid AND u.deleted_at IS NULL
            WHERE p.id = $1 AND p.deleted_at IS NULL
            ORDER BY listed.place
            """;

    private final Transactions transactions;

    PostgresShares(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Outcome> share(ProjectId project, UserId user, Role role, int most) {
        return rows(SHARE, Tuple.of(project.value(), user.toString(), role.name(), most))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> row.getBoolean("added") ? Outcome.ADDED : Outcome.CHANGED)
                        .orElse(Outcome.FULL));
    }

    @Override
    public Uni<List<SharedWith>> list(ProjectId project) {
        return rows(LIST, Tuple.of(project.value())).map(rows -> rows.stream()
                .map(row -> new SharedWith(new UserId(row.getUUID("id")), row.getString("name"), role(row)))
                .toList());
    }

    @Override
    public Uni<Optional<Share>> change(ProjectId project, UserId user, Role role) {
        return shared(CHANGE, Tuple.of(project.value(), user.toString(), role.name()), user);
    }

    @Override
    public Uni<Optional<Share>> end(ProjectId project, UserId user) {
        return shared(END, Tuple.of(project.value(), user.toString()), user);
    }

    private Uni<Optional<Share>> shared(String sql, Tuple parameters, UserId user) {
        return rows(sql, parameters).map(rows -> rows.stream().findFirst().map(row -> new Share(user, role(row))));
    }

    private Uni<List<Row>> rows(String sql, Tuple parameters) {
        return transactions.query(sql, parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .toList());
    }

    private static Role role(Row row) {
        return Role.valueOf(row.getString("role"));
    }
}
