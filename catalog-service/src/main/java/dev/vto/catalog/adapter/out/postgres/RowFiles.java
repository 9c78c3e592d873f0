package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The files of rows that go: removed unless another row of their owner names them, be it as a photo or as a result. */
final class RowFiles {

    /** Of the references {@code $1} those that no row of the users {@code $2} holds any more. */
    private static final String UNNAMED =
            """
            SELECT f.ref FROM unnest($1::text[]) AS f(ref)
            WHERE NOT EXISTS (SELECT 1 FROM generate_img i WHERE i.user_id = ANY($2) AND i.url = f.ref)
              AND NOT EXISTS (SELECT 1 FROM generate_img i WHERE i.user_id = ANY($2) AND i.thumbnail_url = f.ref)
              AND NOT EXISTS (SELECT 1 FROM generate_video v WHERE v.user_id = ANY($2) AND v.url = f.ref)
              AND NOT EXISTS (SELECT 1 FROM generate_video v WHERE v.user_id = ANY($2) AND v.thumbnail_url = f.ref)
              AND NOT EXISTS (SELECT 1 FROM products p WHERE p.user_id = ANY($2) AND f.ref IN (
                p.upper_f_image_url, p.upper_b_image_url, p.bottom_f_image_url, p.bottom_b_image_url,
                p.onepiece_f_image_url, p.onepiece_b_image_url, p.outer_f_image_url, p.outer_b_image_url))
              AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = ANY($2) AND u.profile_picture = f.ref)
              AND NOT EXISTS (SELECT 1 FROM vto_job j WHERE j.user_id = ANY($2)
                AND j.status IN ('PENDING', 'QUEUED', 'RUNNING') AND strpos(j.spec::text, '"' || f.ref || '"') > 0)
            """;

    private final SqlConnection connection;
    private final MediaFiles files;

    RowFiles(SqlConnection connection, MediaFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /** @param gone deleted in this transaction, all columns */
    Uni<Void> removeOf(RowSet<Row> gone) {
        Set<String> stored = new LinkedHashSet<>();
        Set<UUID> owners = new LinkedHashSet<>();
        for (Row row : gone) {
            if (row.getColumnIndex("user_id") >= 0 && row.getUUID("user_id") != null) {
                owners.add(row.getUUID("user_id"));
            }
            for (int column = 0; column < row.size(); column++) {
                if (row.getColumnName(column).endsWith("url")) {
                    Optional.ofNullable(row.getString(column))
                            .filter(RowFiles::isStored)
                            .ifPresent(stored::add);
                }
            }
        }
        if (stored.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(UNNAMED)
                .execute(Tuple.tuple()
                        .addArrayOfString(stored.toArray(String[]::new))
                        .addArrayOfUUID(owners.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new PhotoRef(row.getString("ref")).key().orElseThrow())
                        .collect(Collectors.toSet()))
                .chain(files::remove);
    }

    private static boolean isStored(String text) {
        try {
            return new PhotoRef(text).key().isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
