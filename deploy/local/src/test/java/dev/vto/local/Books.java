package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.Figures;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.JobStatus.Move;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a seller's jobs have left in the database, on Kafka and on disk, and whether it fits together. */
record Books(StackFile stack, Seller seller) {

    /** The last worker to end a job may still be removing what counts no more. */
    private static final Duration WORKERS_TIDY = Duration.ofSeconds(10);

    private static final Duration SWEEP_TIDIES = Fleet.SWEEP_GRACE.plusSeconds(60);

    private static final String JOBS =
            """
            SELECT id::text, status, claim, attempt, losses, worker, progress, error_code, user_id::text AS owner,
              (SELECT count(*) FROM generate_img WHERE job_id = j.id)
                + (SELECT count(*) FROM generate_video WHERE job_id = j.id)
                + (SELECT count(*) FROM marketing_letter WHERE job_id = j.id) AS results,
              (SELECT count(*) FROM job_attempt WHERE job_id = j.id) AS attempts,
              (SELECT count(*) FROM job_attempt WHERE job_id = j.id AND outcome = 'succeeded') AS successes
            FROM vto_job j WHERE project_id = ?::uuid ORDER BY id
            """;

    private static final String FILES =
            """
            SELECT url, thumbnail_url FROM generate_img WHERE project_id = ?::uuid
            UNION ALL SELECT url, thumbnail_url FROM generate_video WHERE project_id = ?::uuid
            """;

    private static final String EVENTS =
            """
            SELECT aggregateid AS job, id::text, replace(replace(type, 'vto.job.', ''), '.v1', '') AS type
            FROM outbox_event
            WHERE aggregateid IN (SELECT id::text FROM vto_job WHERE project_id = ?::uuid)
              AND type <> 'vto.job.requested.v1' ORDER BY seq
            """;

    Map<String, Object> job(Seller.Job job) throws Exception {
        return rows(JOBS).stream()
                .filter(row -> row.get("id").equals(job.id()))
                .findFirst()
                .orElseThrow();
    }

    void awaitStatus(Seller.Job job, JobStatus status, Duration limit) {
        await().atMost(limit).untilAsserted(() -> assertThat(job(job)).containsEntry("status", status.name()));
    }

    /** Waits until every job of the seller has ended. */
    void awaitEnds(Duration limit) {
        await().atMost(limit).untilAsserted(() -> assertThat(rows(JOBS))
                .allSatisfy(row -> assertThat(row.get("status")).isIn("SUCCEEDED", "FAILED", "CANCELED")));
    }

    /** Every job has succeeded once, with just the results that it promised. */
    void assertAllSucceeded(Collection<Seller.Job> jobs) throws Exception {
        Map<String, Map<String, Object>> rows =
                rows(JOBS).stream().collect(Collectors.toMap(row -> (String) row.get("id"), row -> row));
        assertThat(jobs).isNotEmpty().allSatisfy(job -> assertThat(rows.get(job.id()))
                .containsEntry("status", "SUCCEEDED")
                .containsEntry("results", (long) job.results())
                .containsEntry("successes", 1L));
    }

    /** Results, counters, attempts, files and events say the same of all jobs of the seller, none of which runs. */
    void assertBalanced() throws Exception {
        assertBalanced(WORKERS_TIDY);
    }

    /**
     * The same where workers were killed, and with them some that had just rescued a run: it is after the rescue that
     * they remove what the lost run had stored. The sweep removes it then.
     */
    void assertBalancedAfterKills() throws Exception {
        Set<Path> left = new TreeSet<>(filesOnDisk());
        left.removeAll(filesOfResults());
        Figures.print("%d files left to the sweep", left.size());
        assertBalanced(SWEEP_TIDIES);
    }

    private void assertBalanced(Duration tidy) throws Exception {
        for (Map<String, Object> job : rows(JOBS)) {
            assertThat(job.get("attempts"))
                    .as("attempts of %s", job)
                    .isEqualTo(((Number) job.get("claim")).longValue());
            if (!job.get("status").equals("SUCCEEDED")) {
                assertThat(job).containsEntry("results", 0L).containsEntry("successes", 0L);
            }
        }
        assertThat(
                        rows(
                                """
                        SELECT coalesce(total_image_number, 0) = (SELECT count(*) FROM generate_img WHERE project_id = p.id)
                          AND coalesce(total_video_number, 0) = (SELECT count(*) FROM generate_video WHERE project_id = p.id)
                          AS counted FROM projects p WHERE id = ?::uuid
                        """))
                .containsExactly(Map.of("counted", true));
        await().atMost(tidy).untilAsserted(() -> assertThat(filesOnDisk()).hasSameElementsAs(filesOfResults()));
        assertWholeStories();
    }

    /** Everything at once, to be compared with what it is later. */
    String snapshot() throws Exception {
        return String.join(
                "\n",
                rows(JOBS).toString(),
                rows(EVENTS).toString(),
                filesOnDisk().toString());
    }

    private Set<Path> filesOfResults() throws Exception {
        return rows(FILES).stream()
                .flatMap(row -> row.values().stream())
                .map(url -> Path.of(((String) url).substring("media:".length())))
                .collect(Collectors.toSet());
    }

    /** Files of results are in a folder of their job, in that of the owner. */
    private SortedSet<Path> filesOnDisk() throws Exception {
        Path media = Path.of(stack.mediaDir());
        List<Path> files = new ArrayList<>();
        for (Map<String, Object> job : rows(JOBS)) {
            Path folder = media.resolve((String) job.get("owner")).resolve((String) job.get("id"));
            if (Files.exists(folder)) {
                files.addAll(filesIn(folder));
            }
        }
        return files.stream().map(media::relativize).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void assertWholeStories() throws Exception {
        Map<String, List<Map<String, Object>>> written =
                rows(EVENTS).stream().collect(Collectors.groupingBy(row -> (String) row.get("job")));
        Set<String> ids = written.values().stream()
                .flatMap(List::stream)
                .map(event -> (String) event.get("id"))
                .collect(Collectors.toSet());
        Map<String, List<ConsumerRecord<String, String>>> sent =
                new KafkaTopic(stack.kafkaBootstrap(), "vto.job.events").firstDeliveriesByKey(ids);
        for (Map<String, Object> job : rows(JOBS)) {
            List<Map<String, Object>> events = written.get((String) job.get("id"));
            assertIsStoryOf(
                    job,
                    events.stream().map(event -> (String) event.get("type")).toList());
            assertThat(sent.get((String) job.get("id")))
                    .extracting(record -> KafkaTopic.header(record, "ce_id"))
                    .containsExactlyElementsOf(events.stream()
                            .map(event -> (String) event.get("id"))
                            .toList());
        }
    }

    /** The events are moves that the transition table allows, and lead to where the job is. */
    private static void assertIsStoryOf(Map<String, Object> job, List<String> events) {
        assertThat(events.get(0)).as("the first of %s", events).isEqualTo("queued");
        JobStatus status = JobStatus.QUEUED;
        for (String event : events.subList(1, events.size())) {
            status = switch (event) {
                case "started" -> status.after(Move.CLAIM);
                case "retrying" -> status.after(Move.RETRY_LATER);
                case "queued" -> status.after(Move.RESCUE);
                case "succeeded" -> status.after(Move.SUCCEED);
                case "failed" -> status.after(Move.FAIL);
                case "canceled" -> status.after(Move.CANCEL);
                case "progressed" -> running(status, events);
                default -> throw new AssertionError("no event of a job: " + event);
            };
        }
        assertThat(status.name()).as("the end of %s", events).isEqualTo(job.get("status"));
        assertThat(events.stream().filter("started"::equals)).hasSize((Integer) job.get("claim"));
    }

    private static JobStatus running(JobStatus status, List<String> events) {
        assertThat(status).as("progress in %s", events).isEqualTo(JobStatus.RUNNING);
        return status;
    }

    private List<Map<String, Object>> rows(String sql) throws Exception {
        int parameters = (int) sql.chars().filter(c -> c == '?').count();
        return new Database(stack)
                .rows(sql, Stream.generate(seller::project).limit(parameters).toArray(String[]::new));
    }
}
