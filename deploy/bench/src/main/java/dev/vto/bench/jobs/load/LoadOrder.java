package dev.vto.bench.jobs.load;

import java.time.Duration;

/** Orders that a process of load is given, whatever it puts load on. Times are milliseconds. */
public final class LoadOrder {

    /** The names of the orders. */
    public static final String CLOSED = "put closed load";

    public static final String OPEN = "put open load";
    public static final String PICK_UPS = "measure pick-ups";

    private LoadOrder() {}

    /** As much as so many can do who wait for each other. */
    public record Closed(int concurrency, long warmUp, long time) {

        public ClosedLoop.Counted run(Operation operation) throws InterruptedException {
            return ClosedLoop.run(operation, concurrency, Duration.ofMillis(warmUp), Duration.ofMillis(time));
        }
    }

    /** So much a second, whoever waits. */
    public record Open(double rate, int count, long seed, long patience) {

        public Latencies run(Operation operation) throws InterruptedException {
            return OpenLoop.run(operation, schedule(), Duration.ofMillis(patience));
        }

        public Schedule schedule() {
            return Schedule.poisson(rate, count, seed);
        }
    }
}
