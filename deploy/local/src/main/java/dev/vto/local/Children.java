package dev.vto.local;

/** Sees to it that no child process outlives its stack for long, however the stack ends. */
final class Children implements AutoCloseable {

    private final Leftovers leftovers;
    private final Tether tether;

    private Children(Leftovers leftovers, Tether tether) {
        this.leftovers = leftovers;
        this.tether = tether;
    }

    /** Ends what an earlier stack of this data folder left, and watches from now on. */
    static Children watch(Home home) {
        Leftovers leftovers = new Leftovers(home.pids());
        leftovers.end();
        return new Children(leftovers, Tether.attach());
    }

    void addPostgres(long pid) {
        tether.postgres(pid);
        ProcessHandle.of(pid).ifPresent(leftovers::remember);
    }

    void add(ServiceProcess service) {
        tether.service(service.pid());
        leftovers.remember(service.handle());
    }

    /** It ended by itself: its number may soon be another's. */
    void lost(ServiceProcess service) {
        tether.ended(service.pid());
    }

    /** Lets go: all were ended in order. */
    @Override
    public void close() {
        tether.close();
        leftovers.forget();
    }
}
