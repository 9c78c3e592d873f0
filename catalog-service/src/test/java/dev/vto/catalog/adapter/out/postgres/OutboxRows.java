package dev.vto.catalog.adapter.out.postgres;

import dev.vto.shared.adapter.event.OutboxSql;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The outbox, as workers fill it, the relay empties it and time prunes it. */
@ApplicationScoped
public class OutboxRows {

    private static final String SOURCE = "'{\"source\": \"/vto-worker\"}'::jsonb";

    private final String url;
    private final String password;

    OutboxRows(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.password = password;
    }

    /** An event of the job, for the relay to send. */
    public void add(JobId job, JobEventType type) {
        add(job, type, "");
    }

    /** @param failReason in the event's value */
    public void add(JobId job, JobEventType type, String failReason) {
        execute(
                OutboxSql.insert(
                        type, "vto_job j WHERE j.id = ?::uuid", SOURCE, "jsonb_build_object('failReason', ?::text)"),
                failReason,
                job.toString());
    }

    /** The positions of the job's events that were sent, without doorbells. */
    public List<Long> positionsOf(JobId job) {
        return positions(
                """
                SELECT position FROM outbox_event WHERE aggregateid = ? AND position IS NOT NULL
                  AND type <> 'vto.job.requested.v1' ORDER BY position
                """,
                job.toString());
    }

    /** The positions of the events of all jobs of an owner that were sent, without doorbells. */
    public List<Long> positionsOfOwner(String user) {
        return positions(
                """
                SELECT position FROM outbox_event WHERE payload ->> 'userId' = ? AND position IS NOT NULL
                  AND type <> 'vto.job.requested.v1' ORDER BY position
                """,
                user);
    }

    /** Leaves the job's events as the relay of another instance does that has sent them. */
    public void markSent(JobId job) {
        execute(
                """
                UPDATE outbox_event SET position = nextval('outbox_position'), sent_at = clock_timestamp()
                WHERE aggregateid = ?
                """,
                job.toString());
    }

    /** Removes what was sent up to this position. */
    public void pruneUpTo(long position) {
        execute("DELETE FROM outbox_event WHERE position <= ?", position);
    }

    void execute(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("changed no row: " + sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> positions(String sql, String parameter) {
        List<Long> positions = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return positions;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "vto_catalog", password);
    }
}
