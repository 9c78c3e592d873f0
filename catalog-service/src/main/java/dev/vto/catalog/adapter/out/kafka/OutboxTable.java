package dev.vto.catalog.adapter.out.kafka;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The relay's side of {@code outbox_event}. Everything runs on the one connection that holds the relay's lock: when
 * that connection is gone, so is the lock, and nothing can be marked by a relay that is no longer the one.
 */
final class OutboxTable {

    /** Any number will do, as long as nobody else locks it. */
    private static final long LOCK = 7_038_031_501_911L;

    private static final String UNSENT =
            """
            SELECT id, aggregateid, type, payload::text, headers ->> 'source', headers ->> 'traceparent', created_at,
              seq, (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
            FROM outbox_event WHERE seq > ? AND sent_at IS NULL AND parked_reason IS NULL ORDER BY seq LIMIT ?
            """;

    static final String MARK =
            """
            WITH marked AS (
              UPDATE outbox_event o SET sent_at = clock_timestamp(), position = p.position
              FROM unnest(?::uuid[], ?::bigint[]) AS p(id, position) WHERE o.id = p.id
            )
            SELECT pg_current_xact_id()::text::bigint
            """;

    /**
     * A job whose doorbell was published waits as QUEUED. One that was claimed meanwhile stays as it is, and so does one
     * that somebody is about to claim or to cancel: the relay never waits for them, so it never deadlocks with them.
     */
    private static final String QUEUE =
            """
            WITH published AS MATERIALIZED (
              SELECT id FROM vto_job WHERE %s
              ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
            )
            UPDATE vto_job j SET status = 'QUEUED', queued_at = coalesce(queued_at, now()), updated_at = now()
            FROM published WHERE j.id = published.id
            """;

    /** By their ids: no index knows this expression, where {@code status} alone would have all read that ever were PENDING. */
    private static final String QUEUE_THESE = QUEUE.formatted("id = ANY(?::uuid[]) AND status || '' = 'PENDING'");

    private static final String QUEUE_RUNG = QUEUE.formatted(
            """
            status = 'PENDING' AND EXISTS (SELECT 1 FROM outbox_event o WHERE o.aggregateid = vto_job.id::text
              AND o.type = 'vto.job.requested.v1' AND o.sent_at IS NOT NULL)
            """);

    private static final String PARK = "UPDATE outbox_event SET parked_reason = ? WHERE id = ?";

    /** What a relay that takes over leaves free, for numbers of its predecessor that were sent and never marked. */
    private static final long TAKE_OVER_GAP = 1_000_000;

    private static final String TAKE_OVER =
            """
            SELECT setval('outbox_position', ? + greatest(
              (SELECT last_value FROM outbox_position), (SELECT coalesce(max(position), 0) FROM outbox_event)))
            """;

    /** Positions outlive the rows that had them. */
    private static final String PRUNE =
            """
            WITH highest AS (
              SELECT setval('outbox_position', greatest(
                (SELECT last_value FROM outbox_position), (SELECT coalesce(max(position), 0) FROM outbox_event)))
            )
            DELETE FROM outbox_event WHERE id IN (
              SELECT e.id FROM outbox_event e, highest
              WHERE e.sent_at < now() - ? * interval '1 second' ORDER BY e.sent_at LIMIT ?)
            """;

    /** A row that waits to be sent. */
    record Event(
            UUID id,
            String key,
            String type,
            String payload,
            @Nullable String source,
            @Nullable String traceparent,
            OffsetDateTime createdAt) {}

    /**
     * What waits to be sent, in order.
     *
     * @param last the highest number among it, or 0
     * @param ended all transactions with lower numbers had ended when this was read
     */
    record Unsent(List<Event> events, long last, long ended) {}

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /** Whether this relay is now the one. */
    boolean lock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** A position that is higher than all that were given out before, to begin after. */
    long takeOver() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_OVER)) {
            statement.setLong(1, TAKE_OVER_GAP);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Lets the server hear of this connection, which it would otherwise end as that of a host that vanished. */
    void touch() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
            statement.execute();
        }
    }

    /** @param after the number of the outbox to begin after */
    Unsent unsent(long after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNSENT)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Event> events = new ArrayList<>();
                long last = 0;
                long ended = 0;
                while (rows.next()) {
                    last = rows.getLong(8);
                    ended = rows.getLong(9);
                    events.add(new Event(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getObject(7, OffsetDateTime.class)));
                }
                return new Unsent(events, last, ended);
            }
        }
    }

    /** @return the number of the transaction */
    long mark(List<UUID> ids, List<Long> positions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", positions.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Lets jobs of which the doorbell was published wait as QUEUED. */
    void queue(List<UUID> jobs) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUEUE_THESE)) {
            statement.setArray(1, connection.createArrayOf("uuid", jobs.toArray()));
            statement.executeUpdate();
        }
    }

    /** The same for all that a relay before this one rang and did not come to queue. */
    void queueRung() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUEUE_RUNG)) {
            statement.executeUpdate();
        }
    }

    void park(UUID id, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PARK)) {
            statement.setString(1, reason);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    /**
     * Deletes what was sent longer ago than that, the oldest first.
     *
     * @return how many rows, at most {@code limit}
     */
    int prune(Duration retention, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PRUNE)) {
            statement.setLong(1, retention.toSeconds());
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }
}
