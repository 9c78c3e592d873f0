package dev.vto.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * Measures processor time, not the time on the wall: what a piece of work takes of one core, whatever else the machine
 * does meanwhile.
 */
public final class Stopwatch {

    private static final long NANOS = 1_000_000;

    private final LongSupplier clock;
    private final long start;

    private Stopwatch(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    /** Of what this thread does. */
    public static Stopwatch ofThread() {
        return new Stopwatch(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /** Of what the process does, for work that has threads of its own. */
    public static Stopwatch ofProcess() {
        return new Stopwatch(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime);
    }

    /** Milliseconds of processor time since it was started. */
    public long millis() {
        return (clock.getAsLong() - start) / NANOS;
    }
}
