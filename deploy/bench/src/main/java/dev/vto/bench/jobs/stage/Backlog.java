package dev.vto.bench.jobs.stage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Jobs that wait in the queue, many and at once: copies of jobs that the catalog took, as they are once their doorbells
 * have been rung.
 */
public final class Backlog {

    private static final String TEMPLATES =
            "CREATE TABLE bench.template AS SELECT * FROM vto_job WHERE id = ANY(?::text[]::uuid[])";
    private static final String FORGET = "DELETE FROM vto_job WHERE id IN (SELECT id FROM bench.template)";

    /** Ranks as those get who submit one after another, so that the sellers take turns. */
    private static final String COPY =
            """
            INSERT INTO vto_job (id, user_id, project_id, product_id, submitted_by, kind, spec, priority, rank,
              max_attempts, used_point_type, used_amount, traceparent, status, queued_at)
            SELECT uuidv7(), t.user_id, t.project_id, t.product_id, t.submitted_by, t.kind, t.spec, t.priority, n,
              t.max_attempts, t.used_point_type, t.used_amount, t.traceparent, 'QUEUED', now()
            FROM generate_series(1, ?) n CROSS JOIN bench.template t
            """;

    /** What sellers ask for. */
    public enum Of {
        LETTERS,
        PICTURES
    }

    private final Stage stage;

    private Backlog(Stage stage) {
        this.stage = stage;
    }

    /** Has the catalog take a job of each seller, to copy; no worker runs meanwhile. */
    public static Backlog of(Stage stage, Of kind) throws SQLException, InterruptedException {
        List<String> jobs = new ArrayList<>();
        for (Seller seller : stage.sellers()) {
            jobs.add(seller.submitted(kind == Of.LETTERS ? seller.submitLetter() : seller.submitPicture()));
        }
        try (Connection connection = stage.login().connect();
                PreparedStatement templates = connection.prepareStatement(TEMPLATES);
                Statement forget = connection.createStatement()) {
            templates.setArray(1, connection.createArrayOf("text", jobs.toArray()));
            templates.executeUpdate();
            forget.execute(FORGET);
        }
        return new Backlog(stage);
    }

    /** What the jobs ask for, as the catalog stores it, by their projects. */
    public Map<UUID, String> specs() throws SQLException {
        Map<UUID, String> specs = new HashMap<>();
        try (Connection connection = stage.login().connect();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT project_id, spec::text FROM bench.template")) {
            while (rows.next()) {
                specs.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return specs;
    }

    /**
     * Queues at least so many, and has PostgreSQL clean up and analyse their table.
     *
     * @return how many
     */
    public int queue(int atLeast) throws SQLException {
        int sellers = stage.sellers().size();
        int each = (atLeast + sellers - 1) / sellers;
        try (Connection connection = stage.login().connect();
                PreparedStatement copy = connection.prepareStatement(COPY)) {
            copy.setInt(1, each);
            int queued = copy.executeUpdate();
            stage.database().execute("VACUUM ANALYZE vto_job");
            return queued;
        }
    }
}
