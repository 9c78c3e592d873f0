package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code up} as its users do: as a process, on the packaged services. */
class UpIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path home;
    private Process up;

    @BeforeEach
    void chooseHome() {
        home = folder.resolve("a home with spaces");
    }

    @AfterEach
    void end() throws InterruptedException {
        if (up != null && up.isAlive()) {
            up.destroy();
            up.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void servesUntilItIsToldToStop() throws Exception {
        JsonNode stack = start();
        List<ProcessHandle> children = children(stack);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(stack.get("catalogUrl").asText() + "/v1/auth/dev"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"email\": \"seller@example.com\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("accessToken");

        up.destroy();

        assertThat(up.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().atMost(END_LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(home.resolve("stack.json")).doesNotExist();
        assertThat(output()).contains("stopping catalog-service");
    }

    @Test
    void leavesNothingBehindWhenItIsKilledAndStartsAgain() throws Exception {
        List<ProcessHandle> children = children(start());
        assertThat(children).allMatch(ProcessHandle::isAlive);

        up.destroyForcibly().waitFor();

        await().atMost(END_LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(children(start())).allMatch(ProcessHandle::isAlive);
    }

    @Test
    void reportsAServiceThatDies() throws Exception {
        JsonNode stack = start();

        ProcessHandle.of(stack.get("catalogPid").asLong()).orElseThrow().destroyForcibly();

        await().atMost(END_LIMIT).until(() -> output().contains("catalog-service (pid "));
        assertThat(output()).contains("ended with exit code").contains("catalog-service.log");
        assertThat(up.isAlive()).isTrue();
    }

    @Test
    void saysThatItsDataFolderIsInUse() throws Exception {
        start();

        Process second = launch("second.log");

        assertThat(second.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("second.log"))).contains("is used by another stack");
    }

    @Test
    void tellsNoSecret() throws Exception {
        JsonNode stack = start();
        List<String> secrets = Files.readAllLines(home.resolve("secrets.properties")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertThat(secrets).hasSize(5).contains(stack.get("pgPassword").asText());

        assertThat(secrets).noneMatch(secret -> output().contains(secret));
        assertThat(secrets).noneMatch(secret -> read(home.resolve("logs/catalog-service.log"))
                .contains(secret));
        assertThat(children(stack))
                .allSatisfy(child ->
                        assertThat(child.info().commandLine().orElse("")).doesNotContain(secrets));
    }

    private JsonNode start() throws Exception {
        up = launch("up.log");
        Path file = home.resolve("stack.json");
        await().atMost(START_LIMIT).until(() -> {
            if (!up.isAlive()) {
                throw new AssertionError("up ended: " + output());
            }
            return output().contains("ready after") && Files.exists(file);
        });
        return new ObjectMapper().readTree(file.toFile());
    }

    private Process launch(String log) throws IOException {
        Path project = Path.of("").toAbsolutePath().getParent().getParent();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        project.resolve("deploy/local/target/vto-local.jar").toString(),
                        "--workers",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().put("VTO_PROJECT", project.toString());
        builder.environment().put("VTO_HOME", home.toString());
        builder.environment().put("VTO_HTTP_PORT", "0");
        return builder.start();
    }

    private static List<ProcessHandle> children(JsonNode stack) {
        return List.of(
                ProcessHandle.of(stack.get("catalogPid").asLong()).orElseThrow(),
                ProcessHandle.of(stack.get("postgresPid").asLong()).orElseThrow());
    }

    private String output() {
        return read(folder.resolve("up.log"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
