package dev.vto.bench.jobs.peer;

import dev.vto.bench.jobs.peer.Peer.Letter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What a job of the platform that writes a letter leaves behind, in one transaction: the letter's row, the project's
 * counters and key, and an event. The event goes to a table of the same form that no relay reads, so that peers do not
 * pay for Kafka. Here it is written by JDBC; a peer that is not of Java is given the statements.
 */
public final class WriteBack {

    /** The event table; the schema of the peers is there. */
    public static final String TABLES =
            """
            DROP TABLE IF EXISTS bench.outbox_event;
            CREATE TABLE bench.outbox_event (LIKE public.outbox_event INCLUDING ALL);
            """;

    private static final String LETTER =
            """
            INSERT INTO public.marketing_letter (id, user_id, project_id, language, headline, summary, bullet_points,
              generated, provider, model, ai_generated)
            VALUES (:letter, :user, :project, 'en', 'A simulated letter', 'This letter was simulated, to try the platform out.',
              '["First simulated point", "Second point", "Third point", "Fourth point"]',
              '{"headline": "A simulated letter", "summary": "This letter was simulated, to try the platform out.",
                "bulletPoints": ["First simulated point", "Second point", "Third point", "Fourth point"]}',
              'peer', 'simulated-1', false)
            """;

    private static final String PROJECT =
            """
            UPDATE public.projects SET total_image_number = coalesce(total_image_number, 0) + 0,
              total_video_number = coalesce(total_video_number, 0) + 0,
              marketing_letter_key = coalesce(:letter, marketing_letter_key), updated_at = now()
            WHERE id = :project
            """;

    private static final String EVENT =
            """
            INSERT INTO bench.outbox_event (id, aggregatetype, aggregateid, type, payload, headers)
            VALUES (uuidv7(), 'vto_job', :job, 'vto.job.succeeded.v1',
              jsonb_build_object('jobId', :job::text, 'projectId', :project::text, 'userId', :user::text, 'kind', 'LETTER',
                'status', 'SUCCEEDED', 'attempt', 1, 'maxAttempts', 5, 'worker', 'peer', 'progress', 1,
                'letterId', :letter::text, 'occurredAt', clock_timestamp()),
              '{"source": "/peer"}')
            """;

    /** In their order, with the parameters {@code :job}, {@code :user}, {@code :project} and {@code :letter}. */
    public static final List<String> STATEMENTS = List.of(LETTER, PROJECT, EVENT);

    private final DataSource database;
    private final List<Statement> statements;

    /** @param statements in the form of {@link #STATEMENTS} */
    public WriteBack(DataSource database, List<String> statements) {
        this.database = database;
        this.statements = statements.stream().map(Statement::of).toList();
    }

    /** @throws IllegalStateException if it cannot be written; the peer then tries the job again in its own way */
    public void write(Letter letter) {
        Map<String, Object> values = Map.of(
                "job", letter.id().toString(),
                "user", letter.user(),
                "project", letter.project(),
                "letter", UUID.randomUUID());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Statement statement : statements) {
                statement.run(connection, values);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A statement as JDBC takes it. */
    record Statement(String sql, List<String> parameters) {

        /** A cast is none. */
        private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]+)");

        static Statement of(String named) {
            Matcher matcher = PARAMETER.matcher(named);
            return new Statement(
                    matcher.replaceAll("?"),
                    matcher.reset().results().map(found -> found.group(1)).toList());
        }

        void run(Connection connection, Map<String, Object> values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.size(); i++) {
                    statement.setObject(i + 1, values.get(parameters.get(i)));
                }
                statement.executeUpdate();
            }
        }
    }
}
