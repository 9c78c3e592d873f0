package dev.vto.bench.jobs.peer.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.bench.jobs.load.Blocking;
import dev.vto.bench.jobs.load.LoadOrder;
import dev.vto.bench.jobs.load.Login;
import dev.vto.bench.jobs.process.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A process that runs statements by JDBC, prepared, one connection a thread and each statement in its turn. */
public final class SqlRole implements Role {

    /** The name of its own order; those of load come to it as well. */
    public static final String BEGIN = "begin";

    /** @param connections to PostgreSQL, and statements that run at once */
    public record Begin(Login login, int connections, List<String> statements) {}

    private final BlockingQueue<Session> idle = new LinkedBlockingQueue<>();
    private final AtomicInteger turn = new AtomicInteger();

    @Nullable
    private Begin begin;

    @Override
    public Object act(String order, JsonNode details) throws Exception {
        if (order.equals(BEGIN)) {
            Begin now = Role.read(details, Begin.class);
            begin = now;
            for (int i = 0; i < now.connections(); i++) {
                idle.add(Session.open(now));
            }
            return "begun";
        }
        if (begin == null) {
            throw new IllegalStateException("it has not begun");
        }
        try (Blocking work = new Blocking(this::once, begin.connections())) {
            return switch (order) {
                case LoadOrder.CLOSED ->
                    Role.read(details, LoadOrder.Closed.class).run(work);
                case LoadOrder.OPEN -> Role.read(details, LoadOrder.Open.class).run(work);
                default -> throw new IllegalArgumentException("no order: " + order);
            };
        }
    }

    @Override
    public void close() {
        idle.forEach(Session::close);
    }

    private boolean once() throws Exception {
        Session session = idle.take();
        try {
            return session.run(turn.getAndIncrement());
        } finally {
            idle.add(session);
        }
    }

    private record Session(Connection connection, List<PreparedStatement> statements) {

        static Session open(Begin begin) throws SQLException {
            Connection connection = begin.login().connect();
            List<PreparedStatement> statements = new ArrayList<>();
            for (String sql : begin.statements()) {
                statements.add(connection.prepareStatement(sql));
            }
            return new Session(connection, statements);
        }

        boolean run(int turn) throws SQLException {
            return statements.get(Math.floorMod(turn, statements.size())).execute();
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a connection cannot be closed", e);
            }
        }
    }
}
