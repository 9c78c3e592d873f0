package dev.vto.catalog.adapter.out.kafka;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            SELECT id, aggregateid, type, payload::text, headers ->> 'source', headers ->> 'traceparent', created_at
            FROM outbox_event WHERE sent_at IS NULL AND parked_reason IS NULL ORDER BY seq LIMIT ?
            """;

    /** A job whose doorbell was published waits as QUEUED; one that was claimed meanwhile stays as it is. */
    private static final String MARK =
            """
            WITH sent AS (
              UPDATE outbox_event o SET sent_at = clock_timestamp(), position = p.position
              FROM unnest(?::uuid[], ?::bigint[]) AS p(id, position)
              WHERE o.id = p.id
              RETURNING o.aggregateid, o.type
            )
            UPDATE vto_job SET status = 'QUEUED', queued_at = coalesce(queued_at, now()), updated_at = now()
            WHERE status = 'PENDING'
              AND id IN (SELECT aggregateid::uuid FROM sent WHERE type = 'vto.job.requested.v1')
            """;

    private static final String PARK = "UPDATE outbox_event SET parked_reason = ? WHERE id = ?";

    private static final String PRUNE =
            """
            DELETE FROM outbox_event WHERE id IN (
              SELECT id FROM outbox_event WHERE sent_at < now() - interval '24 hours' ORDER BY sent_at LIMIT 5000)
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

    long highestPosition() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT coalesce(max(position), 0) FROM outbox_event");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    List<Event> unsent(int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNSENT)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(new Event(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getObject(7, OffsetDateTime.class)));
                }
                return events;
            }
        }
    }

    void mark(List<UUID> ids, List<Long> positions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", positions.toArray()));
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

    void prune() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PRUNE)) {
            statement.executeUpdate();
        }
    }
}
