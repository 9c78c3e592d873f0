package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tools read in the logs of the packaged services. */
@ExtendWith(RunningStack.class)
class LogsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String EMAIL = "margarethe.example@example.com";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void tellOfAJobThatFailedByIdsAndNothingOfWhoseItIs(StackFile stack) throws Exception {
        Seller seller = Seller.signedIn(stack, EMAIL);
        String user =
                seller.rest().ok("GET", "/v1/users/me", (String) null).get("id").asText();
        removePhotosOf(stack, user);
        String job = seller.pictures(1).id();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(lines(stack))
                .filteredOn(line -> line.at("/mdc/jobId").asText().equals(job))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("level").asText()).isEqualTo("WARN");
                    assertThat(line.get("service").asText()).isEqualTo("vto-worker");
                    assertThat(line.get("message").asText()).contains("invalid_input");
                    assertThat(line.at("/mdc/userId").asText()).isEqualTo(user);
                    assertThat(line.at("/mdc/traceId").asText()).isEqualTo(traceOf(stack, job));
                }));
        assertThat(logs(stack))
                .hasSize(3)
                .allSatisfy(log -> assertThat(log).isNotEmptyFile().content().doesNotContain("margarethe"));
    }

    private static void removePhotosOf(StackFile stack, String user) throws IOException {
        try (Stream<Path> photos = Files.walk(Path.of(stack.mediaDir(), user)).filter(Files::isRegularFile)) {
            List<Path> all = photos.toList();
            assertThat(all).isNotEmpty();
            for (Path photo : all) {
                Files.delete(photo);
            }
        }
    }

    private static String traceOf(StackFile stack, String job) throws Exception {
        return ((String) new Database(stack)
                        .row("SELECT traceparent FROM vto_job WHERE id = ?::uuid", job)
                        .get("traceparent"))
                .split("-")[1];
    }

    /** The JVM tells where it takes options from before there is any logging, and Liquibase what it changes in the schema. */
    private List<JsonNode> lines(StackFile stack) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (Path log : logs(stack)) {
            for (String line : Files.readAllLines(log)) {
                if (line.startsWith("{")) {
                    lines.add(json.readTree(line));
                }
            }
        }
        return lines;
    }

    private static List<Path> logs(StackFile stack) throws IOException {
        Path folder = Path.of(stack.mediaDir()).resolveSibling("logs");
        List<String> services = new ArrayList<>(List.of("catalog-service"));
        stack.workers().forEach(worker -> services.add(worker.name()));
        return services.stream()
                .map(service -> folder.resolve(service + ".log"))
                .toList();
    }
}
