package dev.vto.infra.test;

import java.util.concurrent.Executor;

/** A thread for each piece of work, which sees the classes of whoever sent it, as those of the {@link CommonPool} do not. */
public final class OwnThread {

    public static final Executor FOR_EACH = work -> new Thread(work).start();

    private OwnThread() {}
}
