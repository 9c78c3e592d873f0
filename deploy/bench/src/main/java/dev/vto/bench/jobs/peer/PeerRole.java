package dev.vto.bench.jobs.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.vto.bench.jobs.load.Blocking;
import dev.vto.bench.jobs.load.LoadOrder;
import dev.vto.bench.jobs.load.Login;
import dev.vto.bench.jobs.peer.Peer.Letter;
import dev.vto.bench.jobs.process.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A process that submits jobs to a peer, or runs them. */
public final class PeerRole implements Role {

    /** The names of its own orders; those of load come to it as well. */
    public static final String BEGIN = "begin";

    public static final String PREPARE = "prepare";
    public static final String SUBMIT = "submit";
    public static final String QUEUE = "queue";
    public static final String WORK = "work";
    public static final String RAN = "tell what ran";

    /** Of a project that letters are written for, and its owner. */
    public record Project(UUID user, UUID id) {}

    /**
     * @param maker class name of the {@link Peer.Maker}, or empty for a process of another language
     * @param pool connections
     * @param writeBack what a job writes, in the form of {@link WriteBack#STATEMENTS}; nothing if it is empty
     */
    public record Begin(
            String maker, Login login, int pool, int threads, List<String> writeBack, List<Project> projects) {}

    /** @param poll milliseconds */
    public record Work(int threads, long poll) {}

    /** Which jobs end the measure and the warm-up before it. */
    public record Ran(int warmUp, int all) {}

    @Nullable
    private Opened opened;

    @Override
    public Object act(String order, JsonNode details) throws Exception {
        if (order.equals(BEGIN)) {
            Opened begun = new Opened(Role.read(details, Begin.class));
            opened = begun;
            return new Sql(begun.peer.open(), begun.peer.waiting());
        }
        return opened().act(order, details);
    }

    /**
     * How its jobs are looked at from outside, with names of tables that are found in any schema.
     *
     * @param open {@link Peer#open()}
     * @param waiting {@link Peer#waiting()}
     */
    public record Sql(String open, String waiting) {}

    @Override
    public void close() {
        if (opened != null) {
            opened.peer.close();
            opened.pool.close();
        }
    }

    private Opened opened() {
        if (opened == null) {
            throw new IllegalStateException("it has not begun");
        }
        return opened;
    }

    private static final class Opened {

        private final Begin begin;
        private final HikariDataSource pool;
        private final Peer peer;
        private final Ended ended = new Ended();
        private final AtomicInteger turn = new AtomicInteger();

        Opened(Begin begin) throws ReflectiveOperationException {
            this.begin = begin;
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(begin.login().jdbcUrl() + "?currentSchema=bench,public");
            config.setUsername(begin.login().user());
            config.setPassword(begin.login().password());
            config.setMaximumPoolSize(begin.pool());
            pool = new HikariDataSource(config);
            WriteBack writeBack = new WriteBack(pool, begin.writeBack());
            Peer.Maker maker = (Peer.Maker)
                    Class.forName(begin.maker()).getDeclaredConstructor().newInstance();
            peer = maker.make(pool, letter -> {
                if (!begin.writeBack().isEmpty()) {
                    writeBack.write(letter);
                }
                ended.count();
            });
        }

        Object act(String order, JsonNode details) throws Exception {
            switch (order) {
                case PREPARE -> peer.prepare();
                case SUBMIT -> {
                    return peer.submit(letter());
                }
                case QUEUE ->
                    peer.queue(IntStream.range(0, details.asInt())
                            .mapToObj(i -> letter())
                            .toList());
                case WORK -> {
                    Work work = Role.read(details, Work.class);
                    peer.work(work.threads(), Duration.ofMillis(work.poll()));
                }
                case RAN -> {
                    Ran ran = Role.read(details, Ran.class);
                    return ended.rate(ran.warmUp(), ran.all());
                }
                case LoadOrder.CLOSED -> {
                    try (Blocking submit = submit()) {
                        return Role.read(details, LoadOrder.Closed.class).run(submit);
                    }
                }
                case LoadOrder.OPEN -> {
                    try (Blocking submit = submit()) {
                        return Role.read(details, LoadOrder.Open.class).run(submit);
                    }
                }
                default -> throw new IllegalArgumentException("no order: " + order);
            }
            return "done";
        }

        private Blocking submit() {
            return new Blocking(() -> peer.submit(letter()), begin.threads());
        }

        private Letter letter() {
            Project project = begin.projects()
                    .get(Math.floorMod(turn.getAndIncrement(), begin.projects().size()));
            return new Letter(UUID.randomUUID(), project.user(), project.id());
        }
    }
}
