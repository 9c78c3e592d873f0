package dev.vto.fakes.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vto.fakes.Client;
import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComfyProtocolTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GRAPH =
            """
            {"1":{"class_type":"LoadImage","inputs":{"image":"vto/person.png"}},
             "2":{"class_type":"LoadImage","inputs":{"image":"vto/garment.png"}},
             "3":{"class_type":"UNETLoader","inputs":{"unet_name":"m","weight_dtype":"default"}},
             "4":{"class_type":"CLIPLoader","inputs":{"clip_name":"c","type":"qwen_image"}},
             "5":{"class_type":"VAELoader","inputs":{"vae_name":"v"}},
             "6":{"class_type":"TextEncodeQwenImageEditPlus",
                  "inputs":{"clip":["4",0],"image1":["1",0],"image2":["2",0],"prompt":"a top"}},
             "7":{"class_type":"KSampler","inputs":{"model":["3",0],"seed":7,"steps":20,"cfg":1,"sampler_name":"euler",
                  "scheduler":"simple","positive":["6",0],"negative":["6",0]}},
             "8":{"class_type":"VAEDecode","inputs":{"samples":["7",0],"vae":["5",0]}},
             "9":{"class_type":"SaveImage","inputs":{"images":["8",0],"filename_prefix":"vto"}}}
            """;

    private final FakeBackend fake =
            FakeBackend.start(new ComfyProtocol(), 0, "key", Duration.ofMillis(20), line -> {});
    private final Client client = new Client(fake, "");

    @BeforeEach
    void upload() throws Exception {
        upload("person.png");
        upload("garment.png");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void runsAWorkflowUnderTheNameThatItIsGiven() throws Exception {
        assertThat(submit("a").body().path("prompt_id").asText()).isEqualTo("a");

        JsonNode ended = ended("a");

        assertThat(ended.path("status").path("completed").asBoolean()).isTrue();
        JsonNode file = ended.path("outputs").path("9").path("images").path(0);
        URI picture = URI.create(
                fake.url() + "/view?filename=" + file.path("filename").asText() + "&subfolder=&type="
                        + file.path("type").asText());
        assertThat(ImageIO.read(picture.toURL()).getWidth()).isPositive();
    }

    @Test
    void runsTwiceWhatIsSentTwice() throws Exception {
        submit("a");
        submit("a");

        assertThat(fake.submits()).isEqualTo(2);
    }

    @Test
    void showsInQueueAndNotInHistoryWhatIsNotOver() throws Exception {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        submit("a");

        JsonNode queue = client.get("/queue").body();
        assertThat(queue.path("queue_running").size()
                        + queue.path("queue_pending").size())
                .isEqualTo(1);
        assertThat(client.get("/history/a").body().isEmpty()).isTrue();
        assertThat(client.get("/history/unknown").body().isEmpty()).isTrue();
    }

    @Test
    void stopsWhatRunsAndTellsSoInTheHistory() throws Exception {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        submit("a");
        while (client.get("/queue").body().path("queue_running").isEmpty()) {
            Thread.onSpinWait();
        }

        post("/interrupt", Map.of("prompt_id", "another"));
        assertThat(fake.running()).isEqualTo(1);
        post("/interrupt", Map.of("prompt_id", "a"));

        assertThat(ended("a").at("/status/messages/1/0").asText()).isEqualTo("execution_interrupted");
    }

    @Test
    void tellsWhoListensHowFarAWorkflowIs() throws Exception {
        List<String> texts = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> preview = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(fake.url().replace("http", "ws") + "/ws?clientId=a"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        texts.add(text.toString());
                        if (text.toString().contains("\"node\":null")) {
                            over.complete(null);
                        }
                        return WebSocket.Listener.super.onText(from, text, last);
                    }

                    @Override
                    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
                        preview.complete(null);
                        return WebSocket.Listener.super.onBinary(from, data, last);
                    }
                })
                .get(10, TimeUnit.SECONDS);

        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        submit("a");

        preview.get(10, TimeUnit.SECONDS);
        fake.release();
        over.get(10, TimeUnit.SECONDS);
        socket.abort();
        assertThat(texts.get(0)).contains("\"status\"", "queue_remaining");
        assertThat(texts).anyMatch(text -> text.contains("progress_state") && text.contains("\"max\":20"));
        assertThat(texts.get(texts.size() - 2)).contains("execution_success");
    }

    @ParameterizedTest
    @CsvSource({
        "/1/inputs, image, 'missing.png', prompt_outputs_failed_validation",
        "/7/inputs, seed, '-1', prompt_outputs_failed_validation",
        "/3, class_type, 'HatLoader', missing_node_type",
        "/9, class_type, 'VAELoader', prompt_no_outputs",
        "/9, class_type, '', invalid_prompt"
    })
    void refusesAWorkflowThatCannotBeRun(String node, String field, String value, String type) throws Exception {
        JsonNode graph = JSON.readTree(GRAPH);
        ((ObjectNode) graph.at(node)).put(field, value);

        Client.Answered answer = submit("a", graph);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").path("type").asText()).isEqualTo(type);
        assertThat(fake.submits()).isZero();
    }

    private Client.Answered submit(String id) throws Exception {
        return submit(id, JSON.readTree(GRAPH));
    }

    private Client.Answered submit(String id, JsonNode graph) throws Exception {
        return client.send("POST", "/prompt", Map.of("prompt", graph, "prompt_id", id, "client_id", id));
    }

    private JsonNode ended(String id) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        JsonNode history = client.get("/history/" + id).body();
        while (history.isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            history = client.get("/history/" + id).body();
        }
        return history.path(id);
    }

    private void upload(String name) throws Exception {
        String picture = Client.picture();
        byte[] png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(fake.url() + "/upload/image"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                                        ("--b\r\nContent-Disposition: form-data; name=\"subfolder\"\r\n\r\nvto\r\n--b\r\n"
                                                        + "Content-Disposition: form-data; name=\"image\"; filename=\""
                                                        + name + "\"\r\nContent-Type: image/png\r\n\r\n")
                                                .getBytes(StandardCharsets.UTF_8),
                                        png,
                                        "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(JSON.readTree(answer.body()).path("name").asText()).isEqualTo(name);
    }

    private void post(String path, Map<String, ?> body) throws Exception {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(fake.url() + path))
                                .POST(HttpRequest.BodyPublishers.ofString(Client.json(body)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
