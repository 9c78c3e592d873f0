package dev.vto.bench.jobs.stage;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts
 * @param settling before the first measurement of a rate of the catalog by requests of one kind, and of each round of new
 *     processes side by side, left out of it
 * @param warmUp before each other measurement of a rate, left out of it
 * @param time of each measurement of a rate or of latencies under load
 * @param drained jobs that are drained, after {@code drainedFirst} that are left out
 * @param pickUps jobs whose pick-up is measured
 * @param pickUpRate such jobs a second
 * @param sellers users whose projects the work is spread over
 * @param sizes of the archive beside which work is measured, in jobs, rising
 * @param held how long a snapshot is held
 * @param soak how long one load goes on while memory is watched
 */
public record Scale(
        int rounds,
        Duration settling,
        Duration warmUp,
        Duration time,
        int drained,
        int drainedFirst,
        int pickUps,
        double pickUpRate,
        int sellers,
        List<Integer> sizes,
        Duration held,
        Duration soak) {

    /** Connections and threads that submit. */
    public static final int CONNECTIONS = 32;

    /** Connections to PostgreSQL of whatever submits: as many as the catalog's pool has. */
    public static final int SUBMIT_POOL = 20;

    /** Threads that submit to a peer in its own process. */
    public static final int SUBMIT_THREADS = 16;

    /** Jobs that run at once, and connections to PostgreSQL of whatever runs them. */
    public static final int SLOTS = 16;

    /** Latencies under load are measured at this part of the rate that was reached just before. */
    public static final double LOAD = 0.7;

    /** What counts. */
    public static Scale full(int rounds) {
        return new Scale(
                rounds,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                50_000,
                25_000,
                200,
                5,
                32,
                List.of(10_000, 1_000_000, 5_000_000),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10));
    }

    /** Enough to see that everything works; its figures mean nothing. */
    public static Scale quick() {
        return new Scale(
                1,
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                500,
                100,
                10,
                5,
                4,
                List.of(1_000, 10_000),
                Duration.ofMinutes(1),
                Duration.ofSeconds(20));
    }

    /** The same beside archives of other sizes. */
    public Scale withSizes(List<Integer> others) {
        return new Scale(
                rounds,
                settling,
                warmUp,
                time,
                drained,
                drainedFirst,
                pickUps,
                pickUpRate,
                sellers,
                List.copyOf(others),
                held,
                soak);
    }
}
