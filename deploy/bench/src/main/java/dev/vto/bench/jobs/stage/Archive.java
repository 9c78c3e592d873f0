package dev.vto.bench.jobs.stage;

import dev.vto.bench.BenchFailure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Jobs that ended long ago, each with its picture, spread over the sellers' projects: written by COPY, as fast as
 * PostgreSQL takes them. Foreign keys are not checked row by row; the rows satisfy them.
 */
public final class Archive {

    private static final String JOBS =
            """
            COPY vto_job (id, user_id, project_id, product_id, submitted_by, kind, spec, priority, rank, claim, attempt,
              max_attempts, status, worker, queued_at, started_at, finished_at, created_at, progress, provider)
            FROM STDIN
            """;
    private static final String IMAGES =
            """
            COPY generate_img (id, url, thumbnail_url, user_id, project_id, product_id, job_id, view, position, seed,
              width, height, bytes, content_type, provider, model, created_at) FROM STDIN
            """;
    private static final String TIME = "2026-01-01 00:00:00+00";
    private static final int CHUNK = 1 << 16;

    /** The first millisecond of what is made up, in UUIDv7's order before all that is really made. */
    private static final long FIRST_MILLIS = 1_767_225_600_000L;

    private Archive() {}

    /** Adds jobs and images from one number to another, and counts and cleans the tables. */
    public static void fill(Stage stage, int from, int to) throws SQLException, InterruptedException {
        List<Seller> sellers = stage.sellers();
        Map<UUID, String> specs = Backlog.of(stage, Backlog.Of.PICTURES).specs();
        try (Connection connection = stage.login().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            copy(connection, JOBS, from, to, number -> {
                Seller seller = sellers.get(number % sellers.size());
                return job(number, seller, String.valueOf(specs.get(seller.project())));
            });
            copy(connection, IMAGES, from, to, number -> image(number, sellers.get(number % sellers.size())));
            statement.execute("VACUUM ANALYZE vto_job, generate_img");
        }
    }

    /** The job of a number. */
    public static UUID jobId(int number) {
        return id(number, 0x8000L << 48);
    }

    private static String job(int number, Seller seller, String spec) {
        return String.join(
                "\t",
                jobId(number).toString(),
                seller.user().toString(),
                seller.project().toString(),
                seller.product().toString(),
                seller.user().toString(),
                "IMAGE",
                spec.replace("\\", "\\\\"),
                "5\t0\t1\t1\t5\tSUCCEEDED\tworker-1",
                TIME,
                TIME,
                TIME,
                TIME,
                "1\tsimulated\n");
    }

    private static String image(int number, Seller seller) {
        UUID job = jobId(number);
        String file = "media:" + seller.user() + "/" + job + "/1/0";
        return String.join(
                "\t",
                id(number, 0x9000L << 48).toString(),
                file + ".jpg",
                file + "-thumb.jpg",
                seller.user().toString(),
                seller.project().toString(),
                seller.product().toString(),
                job.toString(),
                "FRONT\t0",
                Integer.toString(number),
                "1024\t1536\t161684\timage/jpeg\tsimulated\tsimulated-1",
                TIME + "\n");
    }

    /** A UUIDv7 that is the later the higher its number is, one a millisecond. */
    private static UUID id(int number, long variant) {
        return new UUID((FIRST_MILLIS + number) << 16 | 0x7000, variant | number);
    }

    private static void copy(Connection connection, String sql, int from, int to, IntFunction<String> row)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        StringBuilder chunk = new StringBuilder(CHUNK * 2);
        for (int number = from; number < to; number++) {
            chunk.append(row.apply(number));
            if (chunk.length() > CHUNK || number == to - 1) {
                byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                chunk.setLength(0);
            }
        }
        long copied = copy.endCopy();
        if (copied != to - from) {
            throw new BenchFailure(copied + " rows of " + (to - from) + " were copied");
        }
    }
}
