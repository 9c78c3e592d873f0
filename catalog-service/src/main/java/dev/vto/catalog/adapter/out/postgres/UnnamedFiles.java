package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.media.FileUse;
import dev.vto.shared.id.JobId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which stored files nothing needs: no row names them, and their job, or one that shows them, is not under way. */
final class UnnamedFiles {

    /** Of the files {@code $1}, made by the jobs {@code $2}, those that their job's own results do not name. */
    private static final String NOT_RESULTS =
            """
            SELECT f.ref FROM unnest($1::text[], $2::uuid[]) AS f(ref, job)
            WHERE NOT EXISTS (SELECT 1 FROM generate_img i WHERE i.job_id = f.job AND f.ref IN (i.url, i.thumbnail_url))
              AND NOT EXISTS (SELECT 1 FROM generate_video v WHERE v.job_id = f.job AND f.ref IN (v.url, v.thumbnail_url))
              AND NOT EXISTS (SELECT 1 FROM vto_job j WHERE j.id = f.job AND j.status IN ('PENDING', 'QUEUED', 'RUNNING'))
            """;

    /**
     * Of the files {@code $1} those that nothing of the users {@code $2} names, nor an open job that one of them asked for in
     * somebody else's project: these jobs are looked up once for all files.
     */
    private static final String UNNAMED =
            """
            WITH guests AS MATERIALIZED (
              SELECT j.spec::text AS spec FROM vto_job j
              WHERE j.submitted_by = ANY($2) AND j.user_id <> j.submitted_by
                AND j.status IN ('PENDING', 'QUEUED', 'RUNNING'))
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
              AND NOT EXISTS (SELECT 1 FROM guests g WHERE strpos(g.spec, '"' || f.ref || '"') > 0)
            """;

    private final SqlClient client;

    UnnamedFiles(SqlClient client) {
        this.client = client;
    }

    /**
     * Asks by job first, which finds nearly all that is still needed: to ask by user is to look at all that the user has.
     *
     * @param owners of the files
     */
    Uni<Set<MediaKey>> among(Set<MediaKey> files, Collection<UUID> owners) {
        UUID[] jobs = files.stream()
                .map(file ->
                        FileUse.of(file).flatMap(FileUse::job).map(JobId::value).orElse(null))
                .toArray(UUID[]::new);
        return keys(NOT_RESULTS, Tuple.of(refs(files), jobs))
                .chain(left -> left.isEmpty()
                        ? Uni.createFrom().item(left)
                        : keys(UNNAMED, Tuple.of(refs(left), owners.toArray(UUID[]::new))));
    }

    private Uni<Set<MediaKey>> keys(String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(UnnamedFiles::keys);
    }

    private static Set<MediaKey> keys(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new PhotoRef(row.getString("ref")).key().orElseThrow())
                .collect(Collectors.toSet());
    }

    private static String[] refs(Set<MediaKey> keys) {
        return keys.stream().map(key -> PhotoRef.stored(key).value()).toArray(String[]::new);
    }
}
