package dev.vto.worker.adapter.out.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.worker.fixture.GivenSettings;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyTest {

    @TempDir
    Path folder;

    /** The settings of some backend. */
    @ConfigMapping(prefix = "vto.backend")
    public interface Settings extends RemoteSettings {}

    @Test
    void isGivenAsItIsOrInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "from-file\n");

        assertThat(key(Map.of("api-key", "as-it-is")).bearer()).isEqualTo("Bearer as-it-is");
        assertThat(key(Map.of("api-key-file", file.toString())).header("Key")).isEqualTo("Key from-file");
    }

    @Test
    void isGivenInOneWay() {
        assertThatThrownBy(() -> key(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vto.backend.api-key")
                .hasMessageContaining("vto.backend.api-key-file");
        assertThatThrownBy(() -> key(Map.of("api-key", "secret", "api-key-file", "/x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void mayBeMissingWhereABackendNeedsNone() {
        assertThat(ApiKey.ifAny("vto.backend", settings(Map.of()))).isEmpty();
        assertThat(ApiKey.ifAny("vto.backend", settings(Map.of("api-key", "secret"))))
                .map(ApiKey::bearer)
                .contains("Bearer secret");
        assertThatThrownBy(() -> ApiKey.ifAny("vto.backend", settings(Map.of("api-key", "x", "api-key-file", "/x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAFileThatCannotBeRead() {
        assertThatThrownBy(
                        () -> key(Map.of("api-key-file", folder.resolve("none").toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vto.backend.api-key-file");
    }

    @Test
    void hasNoTextOfItsOwn() {
        assertThat(key(Map.of("api-key", "secret")).toString()).doesNotContain("secret");
    }

    private static ApiKey key(Map<String, String> settings) {
        return ApiKey.of("vto.backend", settings(settings));
    }

    private static Settings settings(Map<String, String> settings) {
        return GivenSettings.of(Settings.class, settings);
    }
}
