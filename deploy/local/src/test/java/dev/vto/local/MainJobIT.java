package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the packaged services, driven through REST alone, and what it leaves in the database and on disk. */
class MainJobIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Stack stack;

    private String token = "";

    @BeforeAll
    static void up() throws InterruptedException {
        Path project = Path.of("").toAbsolutePath().getParent().getParent();
        stack = Stack.start(
                new StackOptions(project, folder.resolve("home"), 2, "simulated", Map.of("VTO_HTTP_PORT", "0")),
                dev.vto.local.terminal.Terminal.on(System.out, false),
                new dev.vto.local.terminal.StopSignal());
    }

    @AfterAll
    static void down() {
        stack.close();
    }

    @Test
    void turnsAPhotoIntoPicturesAVideoAndALetter() throws Exception {
        token = json("POST", "/v1/auth/dev", "{\"email\": \"seller@example.com\"}", 200)
                .get("accessToken")
                .asText();
        String collection = id(json("POST", "/v1/collections", "{\"name\": \"Spring\"}", 201));
        String project = id(json("POST", "/v1/collections/" + collection + "/projects", "{\"name\": \"Look\"}", 201));
        String product = id(json("POST", "/v1/projects/" + project + "/products", "{}", 201));
        String jobs = "/v1/projects/" + project + "/vto-jobs";
        assertThat(json("POST", jobs, "{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\"}", 422)
                        .get("code")
                        .asText())
                .isEqualTo("missing_photo");
        send("PUT", "/v1/products/" + product + "/images/upperFront", jpeg(), 200);

        JsonNode image = succeeded(jobs, "{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\", \"count\": 2}");
        JsonNode video = succeeded(jobs, "{\"kind\": \"VIDEO\", \"productId\": \"" + product + "\"}");
        JsonNode letter = succeeded(jobs, "{\"kind\": \"LETTER\", \"productId\": \"" + product + "\"}");

        assertThat(image.get("imageIds")).hasSize(2);
        assertThat(video.get("videoIds")).hasSize(1);
        assertThat(letter.get("letterId").isTextual()).isTrue();
        JsonNode images =
                json("GET", "/v1/projects/" + project + "/images", null, 200).get("items");
        byte[] picture = send("GET", images.get(0).get("url").asText(), null, 200);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth())
                .isEqualTo(images.get(0).get("width").asInt());
        JsonNode videos =
                json("GET", "/v1/projects/" + project + "/videos", null, 200).get("items");
        assertThat(new String(send("GET", videos.get(0).get("url").asText(), null, 200), 4, 4))
                .isEqualTo("ftyp");
        assertThat(json("GET", "/v1/letters/" + letter.get("letterId").asText(), null, 200)
                        .get("bulletPoints"))
                .hasSizeBetween(4, 6);
        JsonNode shown = json("GET", "/v1/projects/" + project, null, 200);
        assertThat(shown.get("totalImageNumber").asInt()).isEqualTo(2);
        assertThat(shown.get("totalVideoNumber").asInt()).isEqualTo(1);
        assertRow(id(image));
        assertEvents(id(image));
    }

    private JsonNode succeeded(String jobs, String body) throws Exception {
        String job = id(json("POST", jobs, body, 202));
        AtomicReference<JsonNode> last = new AtomicReference<>();
        await().atMost(LIMIT).untilAsserted(() -> {
            last.set(json("GET", "/v1/vto-jobs/" + job, null, 200));
            assertThat(last.get().get("status").asText()).isEqualTo("SUCCEEDED");
        });
        return last.get();
    }

    private static void assertRow(String job) throws Exception {
        String row = one(
                "SELECT worker || ' ' || (started_at >= queued_at) || ' ' || (finished_at >= started_at) FROM vto_job"
                        + " WHERE id = ?::uuid",
                job);
        assertThat(row).matches("worker-[12] true true");
    }

    /** Everything that the outbox held of the job was sent, in the order of the job. */
    private static void assertEvents(String job) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(one(
                        "SELECT string_agg(type, ' ' ORDER BY position) FROM outbox_event"
                                + " WHERE aggregateid = ? AND sent_at IS NOT NULL AND type NOT LIKE '%progressed%'"
                                + " AND type NOT LIKE '%requested%'",
                        job))
                .isEqualTo("vto.job.queued.v1 vto.job.started.v1 vto.job.succeeded.v1"));
    }

    private static String one(String sql, String parameter) throws Exception {
        StackFile file = stack.file();
        try (Connection connection = DriverManager.getConnection(file.jdbcUrl(), file.pgUser(), file.pgPassword());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private JsonNode json(String method, String path, String body, int status) throws Exception {
        return JSON.readTree(send(method, path, body == null ? null : body.getBytes(), status));
    }

    private byte[] send(String method, String path, byte[] body, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(stack.file().catalogUrl() + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode())
                .as("%s %s: %s", method, path, new String(response.body()))
                .isEqualTo(status);
        return response.body();
    }

    private static String id(JsonNode node) {
        return node.get("id").asText();
    }

    private static byte[] jpeg() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
