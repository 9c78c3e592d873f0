package dev.vto.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.JobId;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.media.MediaKey;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker as a whole: doorbell, claim, run, write-back, against real PostgreSQL and Kafka. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class WorkerTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Claimed by the tests themselves: no worker takes it, as no worker has this priority's rank first. */
    private static final String FAR_FUTURE = "now() + interval '1 hour'";

    @Inject
    JobQueue queue;

    @ConfigProperty(name = "VTO_DB_URL")
    String url;

    @ConfigProperty(name = "VTO_DB_OWNER_PASSWORD")
    String ownerPassword;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "vto.media-dir")
    Path media;

    private final UUID user = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final UUID product = UUID.randomUUID();

    @BeforeEach
    void seed() throws Exception {
        execute("INSERT INTO users (id, name) VALUES (?, 'seller')", user);
        execute("INSERT INTO projects (id, user_id, name) VALUES (?, ?, 'Spring')", project, user);
        execute("INSERT INTO products (id, user_id, project_id) VALUES (?, ?, ?)", product, user, project);
        Path photo = media.resolve(user + "/photos/a.jpg");
        Files.createDirectories(photo.getParent());
        Files.write(photo, new byte[] {1});
    }

    @Test
    void makesImagesAndWritesThemBack() throws Exception {
        UUID job = submit("IMAGE", imageSpec(2), "PENDING", null);
        ring("{\"jobId\": \"" + job + "\"}");

        awaitStatus(job, "SUCCEEDED");

        assertThat(one("SELECT worker FROM vto_job WHERE id = ?", job)).isNotNull();
        assertThat(one("SELECT attempt FROM vto_job WHERE id = ?", job)).isEqualTo("1");
        assertThat(one("SELECT count(*) FROM generate_img WHERE job_id = ? AND user_id = '" + user + "'", job))
                .isEqualTo("2");
        assertThat(one("SELECT total_image_number FROM projects WHERE id = ?", project))
                .isEqualTo("2");
        assertThat(one(
                        "SELECT string_agg(type, ' ' ORDER BY seq) FROM outbox_event WHERE aggregateid = ?::text"
                                + " AND type <> 'vto.job.progressed.v1'",
                        job))
                .isEqualTo("vto.job.started.v1 vto.job.succeeded.v1");
        assertThat(one(
                        "SELECT jsonb_array_length(payload -> 'imageIds') FROM outbox_event WHERE aggregateid = ?::text"
                                + " AND type = 'vto.job.succeeded.v1'",
                        job))
                .isEqualTo("2");
        String file = one("SELECT url FROM generate_img WHERE job_id = ? ORDER BY position LIMIT 1", job);
        assertThat(media.resolve(file.substring("media:".length()))).isRegularFile();
        assertThat(one("SELECT outcome FROM job_attempt WHERE job_id = ?", job)).isEqualTo("succeeded");
    }

    @Test
    void makesAVideoAndALetter() throws Exception {
        String photo = "media:" + user + "/photos/a.jpg";
        UUID video = submit(
                "VIDEO",
                "{\"images\": [{\"imageId\": \"" + UUID.randomUUID() + "\", \"photo\": \"" + photo
                        + "\"}], \"seconds\": 5, \"aspect\": \"9:16\", \"seed\": 1}",
                "PENDING",
                null);
        UUID letter = submit(
                "LETTER",
                "{\"projectName\": \"Spring\", \"outfits\": [{\"productId\": \"" + product
                        + "\", \"photos\": {\"upperFront\": \"" + photo
                        + "\"}}], \"tone\": \"FRIENDLY\", \"language\": \"ko\"}",
                "PENDING",
                null);

        awaitStatus(video, "SUCCEEDED");
        awaitStatus(letter, "SUCCEEDED");

        assertThat(one("SELECT total_video_number FROM projects WHERE id = ?", project))
                .isEqualTo("1");
        String id = one("SELECT id FROM marketing_letter WHERE job_id = ?", letter);
        assertThat(one("SELECT marketing_letter_key FROM projects WHERE id = ?", project))
                .isEqualTo(id);
        assertThat(one("SELECT marketing_letter_key FROM products WHERE id = ?", product))
                .isEqualTo(id);
    }

    @Test
    void failsAJobWhosePhotoIsGone() throws Exception {
        Files.delete(media.resolve(user + "/photos/a.jpg"));
        UUID job = submit("IMAGE", imageSpec(1), "PENDING", null);

        awaitStatus(job, "FAILED");

        assertThat(one("SELECT error_code FROM vto_job WHERE id = ?", job)).isEqualTo("invalid_input");
        assertThat(one("SELECT fail_reason FROM vto_job WHERE id = ?", job)).isEqualTo("A photo of this job is gone.");
    }

    @Test
    void endsAJobOfADeletedProjectWithoutRows() throws Exception {
        execute("UPDATE projects SET deleted_at = now() WHERE id = ?", project);
        UUID job = submit("IMAGE", imageSpec(1), "PENDING", null);

        awaitStatus(job, "CANCELED");

        assertThat(one("SELECT count(*) FROM generate_img WHERE job_id = ?", job))
                .isEqualTo("0");
        assertThat(one("SELECT total_image_number FROM projects WHERE id = ?", project))
                .isEqualTo("0");
    }

    @Test
    void fencesOffARunThatLostItsClaim() throws Exception {
        ClaimedJob stale = running(3);

        assertThat(end(queue.succeed(
                        new ClaimedJob(
                                stale.id(),
                                2,
                                1,
                                5,
                                stale.ownerId(),
                                stale.projectId(),
                                stale.productId(),
                                stale.spec()),
                        made())))
                .isEqualTo(Ended.SUPERSEDED);

        assertThat(status(stale)).isEqualTo("RUNNING");
        assertThat(one("SELECT total_image_number FROM projects WHERE id = ?", project))
                .isEqualTo("0");
    }

    @Test
    void takesASecondFinishOfTheSameRunForALostReply() throws Exception {
        ClaimedJob job = running(1);

        assertThat(end(queue.succeed(job, made()))).isEqualTo(Ended.DONE);
        assertThat(end(queue.succeed(job, made()))).isEqualTo(Ended.DONE);

        assertThat(one("SELECT total_image_number FROM projects WHERE id = ?", project))
                .isEqualTo("1");
    }

    @Test
    void waitsForItsNextAttemptAfterAPassingFailure() throws Exception {
        ClaimedJob job = running(1);

        assertThat(end(queue.retryLater(job, passing(), Duration.ofHours(1)))).isEqualTo(Ended.DONE);

        assertThat(status(job)).isEqualTo("QUEUED");
        assertThat(one(
                        "SELECT next_attempt_at > now() FROM vto_job WHERE id = ?",
                        job.id().value()))
                .isEqualTo("t");
    }

    @Test
    void countsNoAttemptThatIsHandedBack() throws Exception {
        ClaimedJob job = running(1);
        execute(
                "UPDATE vto_job SET cancel_requested_at = NULL WHERE id = ?",
                job.id().value());

        assertThat(end(queue.handBack(job))).isEqualTo(Ended.DONE);

        awaitStatus(job.id().value(), "SUCCEEDED");
        assertThat(one("SELECT attempt FROM vto_job WHERE id = ?", job.id().value()))
                .isEqualTo("1");
        assertThat(one("SELECT claim FROM vto_job WHERE id = ?", job.id().value()))
                .isEqualTo("2");
    }

    @Test
    void neverSucceedsOnceCancelWasAskedFor() throws Exception {
        ClaimedJob job = running(1);
        execute(
                "UPDATE vto_job SET cancel_requested_at = now() WHERE id = ?",
                job.id().value());

        assertThat(queue.heartbeat(Map.of(job, 0.5)).await().atMost(LIMIT)).isEmpty();
        assertThat(end(queue.succeed(job, made()))).isEqualTo(Ended.CANCELED);

        assertThat(status(job)).isEqualTo("CANCELED");
    }

    @Test
    void keepsTheLeaseAndTellsOfProgress() throws Exception {
        ClaimedJob job = running(1);

        assertThat(queue.heartbeat(Map.of(job, 0.5)).await().atMost(LIMIT)).containsExactly(job.id());

        assertThat(one("SELECT progress FROM vto_job WHERE id = ?", job.id().value()))
                .isEqualTo("0.5");
        assertThat(one(
                        "SELECT count(*) FROM outbox_event WHERE type = 'vto.job.progressed.v1' AND aggregateid = ?::text",
                        job.id().value()))
                .isEqualTo("1");
        end(queue.fail(job, passing()));
    }

    @Test
    void rescuesJobsOfLostWorkersUntilTheyLostTooMany() throws Exception {
        UUID once = submit("IMAGE", imageSpec(1), "RUNNING", "now() - interval '5 minutes'");
        UUID often = submit("IMAGE", imageSpec(1), "RUNNING", "now() - interval '5 minutes'");
        execute("UPDATE vto_job SET losses = 2 WHERE id = ?", often);

        awaitStatus(once, "SUCCEEDED");
        awaitStatus(often, "FAILED");

        assertThat(one("SELECT error_code FROM vto_job WHERE id = ?", often)).isEqualTo("worker_lost");
        assertThat(one("SELECT losses FROM vto_job WHERE id = ?", once)).isEqualTo("1");
    }

    @Test
    void movesWhatItCannotReadToTheDeadLetters() {
        String poison = "not json " + UUID.randomUUID();
        ring(poison);

        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor("vto.job.dead").stream()
                    .map(partition -> new TopicPartition("vto.job.dead", partition.partition()))
                    .toList());
            await().atMost(LIMIT).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (poison.equals(record.value())) {
                        found.add(record);
                    }
                });
                return !found.isEmpty();
            });
        }
        assertThat(new String(
                        found.get(0).headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                .contains("no JSON object");
        assertThat(found.get(0).headers().lastHeader("dead-letter-topic")).isNotNull();
    }

    /** A job that runs under a worker that is not this one, with a lease that holds. */
    private ClaimedJob running(int claim) throws SQLException {
        UUID id = submit("IMAGE", imageSpec(1), "RUNNING", FAR_FUTURE);
        execute("UPDATE vto_job SET claim = " + claim + " WHERE id = ?", id);
        return new ClaimedJob(
                new JobId(id),
                claim,
                1,
                5,
                new dev.vto.shared.id.UserId(user),
                new dev.vto.shared.id.ProjectId(project),
                new dev.vto.shared.id.ProductId(product),
                dev.vto.shared.adapter.job.JobSpecJson.read(dev.vto.shared.job.JobKind.IMAGE, imageSpec(1)));
    }

    private Made made() {
        MediaKey key = new MediaKey(user + "/x/1/0.jpg");
        return new Made(
                List.of(new Made.Picture(
                        new dev.vto.shared.id.ImageId(UUID.randomUUID()),
                        new dev.vto.shared.id.ProductId(product),
                        dev.vto.shared.job.View.FRONT,
                        1,
                        new Made.StoredFile(key, key, "image/jpeg", 1, 1, 1))),
                List.of(),
                null,
                new Made.Origin("simulated", "simulated-1", false));
    }

    private static GenerationFailed passing() {
        return new GenerationFailed(FailureCode.TRANSIENT, "It will pass.", null, null, null);
    }

    private static Ended end(io.smallrye.mutiny.Uni<Ended> ending) {
        return ending.await().atMost(LIMIT);
    }

    private String imageSpec(int count) {
        return "{\"outfits\": [{\"productId\": \"" + product + "\", \"photos\": {\"upperFront\": \"media:" + user
                + "/photos/a.jpg\"}}], \"views\": [\"FRONT\"], \"count\": " + count
                + ", \"seed\": 1, \"person\": {\"preset\": \"standing-neutral\"}}";
    }

    private UUID submit(String kind, String spec, String status, String heartbeat) throws SQLException {
        UUID id = UUID.randomUUID();
        boolean runs = heartbeat != null;
        execute(
                "INSERT INTO vto_job (id, user_id, project_id, product_id, kind, status, spec, worker, claim, attempt,"
                        + " started_at, heartbeat_at) VALUES (?, ?, ?, ?, '" + kind + "', '" + status + "', '" + spec
                        + "'::jsonb, " + (runs ? "'other', 1, 1, now(), " + heartbeat : "NULL, 0, 0, NULL, NULL")
                        + ")",
                id,
                user,
                project,
                product);
        return id;
    }

    private void awaitStatus(UUID job, String status) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(one("SELECT status FROM vto_job WHERE id = ?", job))
                .isEqualTo(status));
    }

    private String status(ClaimedJob job) throws SQLException {
        return one("SELECT status FROM vto_job WHERE id = ?", job.id().value());
    }

    private void ring(String value) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("vto.job.requested", value));
        }
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private String one(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + url, "vto_owner", ownerPassword);
    }
}
