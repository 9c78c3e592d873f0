package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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

    @BeforeEach
    void chooseHome() {
        home = folder.resolve("a home with spaces");
    }

    @Test
    void servesUntilItIsToldToStop() throws Exception {
        try (UpProcess up = start("up.log", "--workers", "1")) {
            JsonNode stack = up.awaitReady();
            List<ProcessHandle> children = children(stack);
            assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);
            Rest rest = Rest.signedIn(stack.get("catalogUrl").asText(), "seller@example.com");
            assertThat(rest.send("GET", "/v1/projects", null).status()).isEqualTo(200);
            assertTellsNoSecret(up, stack, children);
            assertIsAlone();

            up.tellToStop();
            up.awaitExit();

            await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(home.resolve("stack.json")).doesNotExist();
            assertThat(up.output()).containsSubsequence("stopping worker-1", "stopping catalog-service");
        }
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

    private void assertTellsNoSecret(UpProcess up, JsonNode stack, List<ProcessHandle> children) throws IOException {
        List<String> secrets = Files.readAllLines(home.resolve("secrets.properties")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertThat(secrets).hasSize(5).contains(stack.get("pgPassword").asText());
        assertThat(up.output()).doesNotContain(secrets);
        for (String log : List.of("catalog-service.log", "worker-1.log")) {
            assertThat(home.resolve("logs").resolve(log))
                    .isNotEmptyFile()
                    .content()
                    .doesNotContain(secrets);
        }
        assertThat(children)
                .allSatisfy(child ->
                        assertThat(child.info().commandLine().orElse("")).doesNotContain(secrets));
    }

    private void assertIsAlone() throws Exception {
        try (UpProcess second = start("second.log", "--workers", "0")) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output()).contains("is used by another stack");
        }
    }

    private static List<ProcessHandle> children(JsonNode stack) {
        return Stream.concat(
                        Stream.of(stack.get("catalogPid"), stack.get("postgresPid")),
                        StreamSupport.stream(stack.get("workers").spliterator(), false)
                                .map(worker -> worker.get("pid")))
                .map(pid -> ProcessHandle.of(pid.asLong()).orElseThrow())
                .toList();
    }
}
