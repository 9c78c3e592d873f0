package dev.vto.bench.jobs.measure;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.stage.Stage;
import java.sql.SQLException;
import java.time.Duration;

/** How fast workers of ours ran jobs, by what is in the database. */
final class Drained {

    private static final Duration START = Duration.ofMinutes(2);

    /** Whoever is slower than this is not waited for. */
    private static final int LEAST_RATE = 50;

    private static final String OPEN = "SELECT count(*) FROM vto_job WHERE status IN ('PENDING', 'QUEUED', 'RUNNING')";
    private static final String SUCCEEDED =
            """
            SELECT count(*) FROM vto_job j WHERE status = 'SUCCEEDED'
              AND (EXISTS (SELECT 1 FROM marketing_letter r WHERE r.job_id = j.id)
                OR EXISTS (SELECT 1 FROM generate_img r WHERE r.job_id = j.id))
            """;

    /** From the end of the last that is left out to the end of the last of all. */
    private static final String SECONDS =
            """
            SELECT extract(epoch FROM max(finished_at) - min(finished_at))::float8
            FROM (SELECT finished_at FROM vto_job ORDER BY finished_at OFFSET ?) measured
            """;

    private Drained() {}

    /** How long so many jobs may take. */
    static Duration limit(int jobs) {
        return START.plusSeconds(jobs / LEAST_RATE);
    }

    /**
     * Waits until all have ended, and tells how many did a second.
     *
     * @param queued jobs, and no others are there
     * @param first how many of those that end first are left out
     * @throws BenchFailure if not all have succeeded, with their results
     */
    static double rate(Stage stage, int queued, int first) throws SQLException, InterruptedException {
        stage.database().awaitNone(OPEN, limit(queued));
        requireAll("VTO", queued, stage.database().count(SUCCEEDED));
        double seconds = (Double) stage.database().row(SECONDS, first - 1).get(0);
        return (queued - first) / seconds;
    }

    /** @throws BenchFailure if a job has left no result, or more than one */
    static void requireAll(String who, long queued, long written) {
        if (queued != written) {
            throw new BenchFailure(who + " ran " + queued + " jobs, and the results of " + written + " are there");
        }
    }
}
