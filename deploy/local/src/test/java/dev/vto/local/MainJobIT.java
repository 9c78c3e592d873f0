package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The main job on the packaged services, driven through REST alone: a seller's photos become pictures, a video and a
 * letter. Then what that leaves in the database, on Kafka and on disk.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private StackFile stack;
    private Database database;
    private Rest rest;
    private String project;
    private String product;
    private JsonNode image;
    private JsonNode video;
    private JsonNode letter;

    @BeforeAll
    void drive(StackFile running) throws Exception {
        stack = running;
        database = new Database(stack);
        rest = Rest.signedIn(stack.catalogUrl(), "seller@example.com");
        String collection = id(rest.ok("POST", "/v1/collections", "{\"name\": \"Spring\"}"));
        project = id(rest.ok("POST", "/v1/collections/" + collection + "/projects", "{\"name\": \"Look\"}"));
        product = id(rest.ok("POST", "/v1/projects/" + project + "/products", "{}"));
        for (String slot : List.of("upperFront", "bottomFront", "upperBack")) {
            rest.ok("PUT", "/v1/products/" + product + "/images/" + slot, TestPictures.jpeg(300, 400));
        }
        image = succeeded("\"kind\": \"IMAGE\", \"views\": [\"FRONT\", \"BACK\"], \"count\": 2, \"priority\": 7");
        video = succeeded("\"kind\": \"VIDEO\"");
        letter = succeeded("\"kind\": \"LETTER\", \"tone\": \"FRIENDLY\", \"language\": \"en\"");
    }

    @Test
    void makesEveryPictureThatWasAskedFor() throws Exception {
        List<String> views = new ArrayList<>();
        for (JsonNode imageId : image.get("imageIds")) {
            JsonNode shown = rest.ok("GET", "/v1/images/" + imageId.asText(), (String) null);
            views.add(shown.get("view").asText());
            assertThat(shown.get("productId").asText()).isEqualTo(product);
            BufferedImage picture = decoded(shown, "url");
            assertThat(picture.getWidth()).isEqualTo(shown.get("width").asInt());
            assertThat(picture.getHeight()).isEqualTo(shown.get("height").asInt());
            assertThat(stored(shown, "url")).hasSize(shown.get("bytes").asLong());
            assertThat(decoded(shown, "thumbnailUrl").getWidth()).isPositive();
        }
        assertThat(views).containsExactlyInAnyOrder("FRONT", "FRONT", "BACK", "BACK");
    }

    @Test
    void makesAVideo() throws Exception {
        assertThat(video.get("videoIds")).hasSize(1);
        JsonNode shown =
                rest.ok("GET", "/v1/videos/" + video.get("videoIds").get(0).asText(), (String) null);

        byte[] bytes = served(shown, "url");

        assertThat(new String(bytes, 4, 4, StandardCharsets.ISO_8859_1)).isEqualTo("ftyp");
        assertThat(bytes).hasSize(shown.get("bytes").asInt());
        assertThat(stored(shown, "url")).hasBinaryContent(bytes);
        Film film = Film.decode(stored(shown, "url"));
        assertThat(film.codec()).isEqualTo("h264");
        assertThat(film.seconds()).isEqualTo(shown.get("seconds").asDouble(), within(0.1));
        assertThat(film.frames()).isPositive();
        assertThat(film.width()).isEqualTo(shown.get("width").asInt());
        assertThat(film.height()).isEqualTo(shown.get("height").asInt());
        assertThat(decoded(shown, "thumbnailUrl").getWidth()).isPositive();
    }

    @Test
    void writesALetter() throws Exception {
        JsonNode shown = rest.ok("GET", "/v1/letters/" + letter.get("letterId").asText(), (String) null);

        assertThat(shown.get("headline").asText()).isNotBlank();
        assertThat(shown.get("summary").asText()).isNotBlank();
        assertThat(shown.get("bulletPoints")).hasSizeBetween(4, 6);
        assertThat(shown.get("language").asText()).isEqualTo("en");
    }

    @Test
    void leavesRowsThatTellTheStory() throws Exception {
        for (JsonNode job : List.of(image, video, letter)) {
            Map<String, Object> row = database.row(
                    """
                    SELECT status, worker, attempt, claim, fail_reason, queued_at <= started_at AS was_queued,
                      started_at < finished_at AS was_run, finished_at <= now() AS has_ended
                    FROM vto_job WHERE id = ?::uuid
                    """,
                    id(job));
            assertThat(row)
                    .containsEntry("status", "SUCCEEDED")
                    .containsEntry("attempt", 1)
                    .containsEntry("claim", 1)
                    .containsEntry("fail_reason", null)
                    .containsEntry("was_queued", true)
                    .containsEntry("was_run", true)
                    .containsEntry("has_ended", true);
            assertThat((String) row.get("worker"))
                    .matches("worker-[12]")
                    .isEqualTo(job.get("worker").asText());
        }
        assertThat(database.row(
                        """
                        SELECT total_image_number, total_video_number, selected_image_number
                        FROM projects WHERE id = ?::uuid
                        """,
                        project))
                .containsEntry("total_image_number", 4)
                .containsEntry("total_video_number", 1)
                .containsEntry("selected_image_number", 0);
        JsonNode shown = rest.ok("GET", "/v1/projects/" + project, (String) null);
        assertThat(shown.get("totalImageNumber").asInt()).isEqualTo(4);
        assertThat(shown.get("totalVideoNumber").asInt()).isEqualTo(1);
    }

    @Test
    void obeysTheSettingsThatItWasStartedWith() throws Exception {
        assertThat(image.get("priority").asInt()).isEqualTo(7);
        assertThat(image.get("maxAttempts").asInt()).isEqualTo(3);
        assertThat(Duration.between(instant(letter, "startedAt"), instant(letter, "finishedAt")))
                .isGreaterThanOrEqualTo(Duration.parse(RunningStack.SETTINGS.get("VTO_SIMULATED_LATENCY")));
        Rest.Answer answer = rest.send(
                "POST",
                jobs(),
                ("{\"kind\": \"LETTER\", \"priority\": 8, \"productId\": \"" + product + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void ringsForEveryJob() {
        KafkaTopic topic = new KafkaTopic(stack.kafkaBootstrap(), "vto.job.requested");
        for (JsonNode job : List.of(image, video, letter)) {
            assertThat(topic.ofKey(id(job), "vto.job.requested.v1"))
                    .isNotEmpty()
                    .allSatisfy(record -> {
                        KafkaTopic.assertIsCloudEvent(record);
                        assertThat(KafkaTopic.header(record, "ce_type")).isEqualTo("vto.job.requested.v1");
                    });
        }
    }

    @Test
    void tellsTheWholeStoryOfEachJobInOrder() throws Exception {
        KafkaTopic topic = new KafkaTopic(stack.kafkaBootstrap(), "vto.job.events");
        for (JsonNode job : List.of(image, video, letter)) {
            List<ConsumerRecord<String, String>> events = topic.ofKey(id(job), "vto.job.succeeded.v1");

            assertThat(events).allSatisfy(KafkaTopic::assertIsCloudEvent);
            KafkaTopic.assertAreOfOneTrace(events);
            assertThat(events)
                    .extracting(record -> Long.parseLong(KafkaTopic.header(record, "ce_sequence")))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(events)
                    .extracting(record -> KafkaTopic.header(record, "ce_type"))
                    .filteredOn(type -> !type.equals("vto.job.progressed.v1"))
                    .containsExactly("vto.job.queued.v1", "vto.job.started.v1", "vto.job.succeeded.v1");
            assertNothingIsMissing(id(job), events);
            JsonNode last =
                    new ObjectMapper().readTree(events.get(events.size() - 1).value());
            assertThat(last.get("worker")).isEqualTo(job.get("worker"));
            assertThat(last.path("imageIds")).hasSize(job.get("imageIds").size());
            assertThat(last.path("videoIds")).hasSize(job.get("videoIds").size());
        }
    }

    private void assertNothingIsMissing(String job, List<ConsumerRecord<String, String>> events) throws Exception {
        List<String> written = database
                .rows(
                        "SELECT id::text FROM outbox_event WHERE aggregateid = ? AND type <> 'vto.job.requested.v1'"
                                + " ORDER BY seq",
                        job)
                .stream()
                .map(row -> (String) row.get("id"))
                .toList();
        assertThat(events)
                .extracting(record -> KafkaTopic.header(record, "ce_id"))
                .containsExactlyElementsOf(written);
    }

    private JsonNode succeeded(String fields) throws Exception {
        String job = id(rest.ok("POST", jobs(), "{" + fields + ", \"productId\": \"" + product + "\"}"));
        AtomicReference<JsonNode> last = new AtomicReference<>();
        await().atMost(LIMIT).untilAsserted(() -> {
            last.set(rest.ok("GET", "/v1/vto-jobs/" + job, (String) null));
            assertThat(last.get().get("status").asText()).isEqualTo("SUCCEEDED");
        });
        assertThat(last.get().get("progress").asDouble()).isEqualTo(1);
        return last.get();
    }

    private String jobs() {
        return "/v1/projects/" + project + "/vto-jobs";
    }

    private byte[] served(JsonNode result, String field) throws Exception {
        return Rest.anonymous(stack.catalogUrl())
                .ok("GET", result.get(field).asText(), (byte[]) null)
                .body();
    }

    private BufferedImage decoded(JsonNode result, String field) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(served(result, field)));
    }

    private Path stored(JsonNode result, String field) {
        String path = URI.create(result.get(field).asText()).getPath();
        Path file = Path.of(stack.mediaDir()).resolve(path.substring("/v1/media/".length()));
        assertThat(Files.isRegularFile(file)).as(file.toString()).isTrue();
        return file;
    }

    private static Instant instant(JsonNode job, String field) {
        return Instant.parse(job.get(field).asText());
    }

    private static String id(JsonNode made) {
        return made.get("id").asText();
    }
}
