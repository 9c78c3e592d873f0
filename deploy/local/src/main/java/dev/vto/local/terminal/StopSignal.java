package dev.vto.local.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Is given once, when the launcher is told to stop. Threads look at it where stopping does no harm. */
public final class StopSignal {

    /** The launcher was told to stop while it was at work. */
    public static final class Stopped extends RuntimeException {

        Stopped() {
            super("told to stop");
        }
    }

    private final CountDownLatch given = new CountDownLatch(1);

    public void give() {
        given.countDown();
    }

    public void await() throws InterruptedException {
        given.await();
    }

    /** @throws Stopped if the signal was given */
    public void check() {
        if (given.getCount() == 0) {
            throw new Stopped();
        }
    }

    /**
     * Waits a while.
     *
     * @throws Stopped as soon as the signal is given
     */
    public void pause(Duration time) throws InterruptedException {
        if (given.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Stopped();
        }
    }
}
