package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code up} starts, stops, and is killed. */
class UpIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path home;
    private RunSecrets secrets;

    @BeforeEach
    void chooseHome() {
        home = folder.resolve("a home with spaces");
    }

    @Test
    void servesUntilItIsToldToStopAndTellsNoSecret() throws Exception {
        try (UpProcess up = start("up.log", "--workers", "1")) {
            JsonNode stack = up.awaitReady();
            List<ProcessHandle> children = children(stack);
            assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);
            secrets = RunSecrets.of(home);
            assertThat(secrets.values())
                    .hasSizeGreaterThan(5)
                    .contains(stack.get("pgPassword").asText());
            openAllThatSecretsOpen(stack.get("catalogUrl").asText());
            assertThat(children)
                    .allSatisfy(child ->
                            assertThat(child.info().commandLine().orElse("")).doesNotContain(secrets.values()));
            assertIsAlone();
            assertServicesTakeClassesOfTheBuild(stack);

            up.tellToStop();
            up.awaitExit();

            await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(home.resolve("stack.json")).doesNotExist();
            assertThat(up.output()).containsSubsequence("stopping worker-1", "stopping catalog-service");
        }
        List<Path> written = written();
        assertThat(written)
                .extracting(file -> folder.relativize(file).toString())
                .contains(
                        "up.log",
                        "second.log",
                        "a home with spaces/logs/catalog-service.log",
                        "a home with spaces/logs/worker-1.log",
                        "a home with spaces/postgres/postgres.log")
                .anyMatch(file -> file.contains("kafka/log/vto.job.events-"));
        assertThat(secrets.foundIn(written)).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItIsKilledAndStartsAgain() throws Exception {
        UpProcess killed = start("killed.log", "--workers", "0");
        List<ProcessHandle> children = children(killed.awaitReady());
        assertThat(children).allMatch(ProcessHandle::isAlive);

        killed.kill();

        await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        try (UpProcess again = start("again.log", "--workers", "0")) {
            JsonNode stack = again.awaitReady();
            assertThat(children(stack)).allMatch(ProcessHandle::isAlive);

            ProcessHandle.of(stack.get("catalogPid").asLong()).orElseThrow().destroyForcibly();

            await().atMost(LIMIT).until(() -> again.output().contains("catalog-service (pid "));
            assertThat(again.output()).contains("ended with exit code").contains("catalog-service.log");
            assertThat(again.isAlive()).isTrue();
        }
    }

    private UpProcess start(String log, String... arguments) throws IOException {
        return UpProcess.start(
                home, folder.resolve(log), Map.of("VTO_GENERATOR", "simulated", "VTO_WORKER_GRACE", "PT1S"), arguments);
    }

    /** A session, its next tokens, a job and the picture that it made; each is asked for in vain as well. */
    private void openAllThatSecretsOpen(String catalogUrl) throws Exception {
        Rest rest = Rest.signedIn(catalogUrl, "seller@example.com");
        Seller seller = Seller.with(rest);
        String used = rest.refreshToken();
        secrets.add("first access token", rest.token()).add("first refresh token", used);
        rest.refresh();
        secrets.add("access token", rest.token()).add("refresh token", rest.refreshToken());
        String pictures = "/v1/projects/" + seller.project() + "/images";
        seller.pictures(1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(rest.ok("GET", pictures, (String) null)
                        .at("/items/0/url")
                        .asText())
                .contains("&sig="));
        String url = rest.ok("GET", pictures, (String) null).at("/items/0/url").asText();
        String signature = url.substring(url.indexOf("&sig=") + "&sig=".length());
        secrets.add("signature of a picture's URL", signature);
        Rest anybody = Rest.anonymous(catalogUrl);
        assertThat(anybody.send("GET", url, null).status()).isEqualTo(200);
        assertThat(anybody.send("GET", url.replace("?exp=", "?exp=1"), null).status())
                .isEqualTo(403);
        byte[] wrong = ("{\"refreshToken\": \"" + rest.token() + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(anybody.send("POST", "/v1/auth/refresh", wrong).status()).isEqualTo(400);
    }

    /** All that was written but what is there to keep secrets, or to store what users have. */
    private List<Path> written() throws IOException {
        List<Path> others = Stream.of("secrets.properties", "keys", "postgres/data")
                .map(home::resolve)
                .toList();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> others.stream().noneMatch(file::startsWith))
                    .toList();
        }
    }

    /** Where the system tells what a process has mapped. */
    private static void assertServicesTakeClassesOfTheBuild(JsonNode stack) {
        Path system = Path.of("/proc");
        if (Files.isDirectory(system)) {
            pidsOfServices(stack).forEach(pid -> assertThat(system.resolve(pid).resolve("maps"))
                    .content()
                    .contains("app-cds.jsa"));
        }
    }

    private void assertIsAlone() throws Exception {
        try (UpProcess second = start("second.log", "--workers", "0")) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output()).contains("is used by another stack");
        }
    }

    private static List<ProcessHandle> children(JsonNode stack) {
        return Stream.concat(Stream.of(stack.get("postgresPid").asText()), pidsOfServices(stack))
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();
    }

    private static Stream<String> pidsOfServices(JsonNode stack) {
        return Stream.concat(
                        Stream.of(stack.get("catalogPid")),
                        StreamSupport.stream(stack.get("workers").spliterator(), false)
                                .map(worker -> worker.get("pid")))
                .map(JsonNode::asText);
    }
}
