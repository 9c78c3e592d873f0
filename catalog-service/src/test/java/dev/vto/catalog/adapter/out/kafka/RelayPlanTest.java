package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server keeps a plan that it made while the outbox was empty, and uses it when thousands of events are there. */
class RelayPlanTest {

    @Test
    void marksByAnIndex() throws SQLException {
        Outbox outbox = Outbox.empty("relay_plan");
        outbox.execute("VACUUM ANALYZE outbox_event");

        try (Connection relay = outbox.relay(new OutboxMeters(new SimpleMeterRegistry(), Clock.systemUTC()))
                .connect()) {
            assertThat(plan(relay))
                    .anyMatch(line -> line.contains("Index Scan using"))
                    .noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    private static List<String> plan(Connection relay) throws SQLException {
        try (PreparedStatement mark = relay.prepareStatement("EXPLAIN " + OutboxTable.MARK)) {
            mark.setArray(1, relay.createArrayOf("uuid", new Object[] {new UUID(0, 1)}));
            mark.setArray(2, relay.createArrayOf("bigint", new Object[] {1L}));
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = mark.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }
}
