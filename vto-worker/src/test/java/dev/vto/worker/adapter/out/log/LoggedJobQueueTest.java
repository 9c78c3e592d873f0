package dev.vto.worker.adapter.out.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fake.InMemoryJobQueue;
import dev.vto.worker.fixture.NewJob;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.StructuredFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log has of runs, as JSON. */
class LoggedJobQueueTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAID = "the backend repeats what somebody@example.com sent";

    private final Logger logger = Logger.getLogger(LoggedJobQueue.class.getName());
    private final Lines lines = new Lines();
    private final InMemoryJobQueue table = new InMemoryJobQueue();
    private final JobQueue queue = new LoggedJobQueue(table);
    private ClaimedJob job;

    @BeforeEach
    void claimAJob() {
        logger.addHandler(lines);
        table.submit(NewJob.anImageJob(), "00-" + TRACE + "-00f067aa0ba902b7-01");
        job = queue.claim(1).await().atMost(LIMIT).get(0);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(lines);
    }

    @Test
    void tellsOfAFailureWithItsIdsAndWithoutWhatTheBackendSaid() {
        queue.fail(job, failure(FailureCode.MODERATED, null)).await().atMost(LIMIT);

        assertThat(lines.one().getString("level")).isEqualTo("WARN");
        assertThat(lines.one().getString("message")).isEqualTo("the job failed by moderated at attempt 1");
        assertThat(lines.one().getJsonObject("mdc").getMap())
                .isEqualTo(Map.of(
                        "jobId", job.id().toString(), "userId", job.ownerId().toString(), "traceId", TRACE));
        assertThat(lines.text).doesNotContain("somebody");
        logger.warning("something else");
        assertThat(lines.published.get(1).getJsonObject("mdc")).isEmpty();
    }

    @Test
    void tellsWhereAFaultOfOursComesFrom() {
        queue.fail(job, failure(FailureCode.INTERNAL, new IllegalStateException("no such preset")))
                .await()
                .atMost(LIMIT);

        assertThat(lines.one().getString("stackTrace")).contains("no such preset", "tellsWhereAFaultOfOursComesFrom");
    }

    @Test
    void tellsWhenTheNextAttemptIsDue() {
        queue.retryLater(job, failure(FailureCode.CAPACITY, null), Duration.ofSeconds(7))
                .await()
                .atMost(LIMIT);

        assertThat(lines.one().getString("message"))
                .isEqualTo("attempt 1 of 5 ended by capacity; the next one is due in PT7S");
    }

    @Test
    void tellsThatAnEndCountsNoMore() {
        table.pass(Duration.ofMinutes(1));
        queue.sweep(Duration.ofSeconds(30), 3).await().atMost(LIMIT);
        queue.claim(1).await().atMost(LIMIT);
        queue.handBack(job).await().atMost(LIMIT);

        assertThat(lines.messages())
                .containsExactly("claim 1 of the job was lost with its worker", "claim 1 of the job counts no more");
    }

    @Test
    void saysNothingOfWhatGoesWell() {
        queue.heartbeat(Map.of(job, 0.5)).await().atMost(LIMIT);
        queue.sweep(Duration.ofSeconds(30), 3).await().atMost(LIMIT);

        assertThat(lines.text).isEmpty();
    }

    private static GenerationFailed failure(FailureCode code, Throwable cause) {
        return new GenerationFailed(code, code.sentence(), SAID, null, cause);
    }

    /** Formats what is logged as the worker does in production. */
    private static final class Lines extends ExtHandler {

        private final List<JsonObject> published = new ArrayList<>();
        private String text = "";

        Lines() {
            JsonFormatter formatter = new JsonFormatter();
            formatter.setExceptionOutputType(StructuredFormatter.ExceptionOutputType.FORMATTED);
            setFormatter(formatter);
            setFilter(new JobIds());
        }

        @Override
        protected void doPublish(ExtLogRecord line) {
            String json = getFormatter().format((LogRecord) line);
            text += json;
            published.add(new JsonObject(json));
        }

        JsonObject one() {
            assertThat(published).hasSize(1);
            return published.get(0);
        }

        List<String> messages() {
            return published.stream().map(line -> line.getString("message")).toList();
        }
    }
}
