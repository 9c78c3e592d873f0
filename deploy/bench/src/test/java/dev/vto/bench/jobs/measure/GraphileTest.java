package dev.vto.bench.jobs.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphileTest {

    private static final Path SOURCES = Path.of("graphile");

    @TempDir
    private Path folder;

    @Test
    void saysInOneLineWhyItIsNotMeasured() throws Exception {
        Graphile graphile = Graphile.install(SOURCES, folder.resolve("graphile"), folder.toString(), new StopSignal());

        assertThat(graphile.absence())
                .isEqualTo("graphile-worker is not measured: npm, which installs what it needs, is missing");
        assertThat(graphile.note()).isEqualTo(graphile.absence());
    }

    @Test
    void reportsTheVersionThatIsInstalled() throws IOException {
        Properties versions = new Properties();
        try (InputStream file = GraphileTest.class.getResourceAsStream("/bench/versions.properties")) {
            versions.load(file);
        }

        assertThat(json("package-lock.json")
                        .at("/packages/node_modules~1graphile-worker/version")
                        .asText())
                .isEqualTo(versions.getProperty("graphile-worker"));
    }

    @Test
    void locksEachPackageToItsContentsAndNoneToARegistry() throws IOException {
        JsonNode packages = json("package-lock.json").path("packages");

        assertThat(packages.properties())
                .filteredOn(entry -> !entry.getKey().isEmpty())
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.getValue().has("integrity")).isTrue();
                    assertThat(entry.getValue().has("resolved")).isFalse();
                });
    }

    private static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(SOURCES.resolve(name)));
    }
}
