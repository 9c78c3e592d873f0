package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {

    @TempDir
    Path folder;

    private Home home;
    private Secrets secrets;

    @BeforeEach
    void open() {
        home = Home.open(folder);
        secrets = Secrets.loadOrMake(home.secrets());
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void passTheSettingsOfTheLauncherOn() {
        ServiceSettings settings = with(Map.of("VTO_WORKER_SLOTS", "7", "VTO_MAX_PRIORITY", "9", "HOME", "/home"));

        assertThat(settings.worker("worker-1"))
                .containsEntry("VTO_WORKER_SLOTS", "7")
                .doesNotContainKey("HOME");
        assertThat(settings.catalog(8080)).containsEntry("VTO_MAX_PRIORITY", "9");
    }

    @Test
    void logForPeopleUnlessToldOtherwise() {
        assertThat(with(Map.of()).worker("worker-1")).containsEntry("VTO_LOG_JSON", "false");
        assertThat(with(Map.of("VTO_LOG_JSON", "true")).catalog(8080)).containsEntry("VTO_LOG_JSON", "true");
    }

    @Test
    void keepTheLaunchersOwnSettings() {
        Map<String, String> own = Map.of("VTO_HOME", "/home", "VTO_HTTP_PORT", "1", "VTO_PROJECT", "/p");

        assertThat(with(own).catalog(8080)).doesNotContainKeys(own.keySet().toArray(String[]::new));
    }

    @Test
    void decideWhereThingsAre() {
        ServiceSettings settings = with(Map.of(
                "VTO_DB_URL", "elsewhere",
                "VTO_MEDIA_STORE", "s3",
                "VTO_MEDIA_DIR", "elsewhere",
                "VTO_WORKER_NAME", "x",
                "VTO_GENERATOR", "x"));

        assertThat(settings.worker("worker-1"))
                .containsEntry("VTO_DB_URL", "postgresql://127.0.0.1:1/vto")
                .containsEntry("VTO_MEDIA_STORE", "file")
                .containsEntry("VTO_MEDIA_DIR", home.media().toString())
                .containsEntry("VTO_WORKER_NAME", "worker-1")
                .containsEntry("VTO_GENERATOR", "simulated");
        assertThat(settings.catalog(8080))
                .containsEntry("QUARKUS_HTTP_PORT", "8080")
                .containsEntry(
                        "QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY", home.uploads().toString());
    }

    @Test
    void giveEachServiceItsOwnSecretsAlone() {
        ServiceSettings settings = with(Map.of());

        assertThat(settings.worker("worker-1").values())
                .contains(secrets.of("worker"))
                .doesNotContain(
                        secrets.of("superuser"), secrets.of("owner"), secrets.of("catalog"), secrets.of("media"));
        assertThat(settings.catalog(8080).values())
                .contains(secrets.of("catalog"), secrets.of("owner"), secrets.of("media"))
                .doesNotContain(secrets.of("superuser"), secrets.of("worker"));
        assertThat(settings.toString()).doesNotContain(secrets.of("media"));
    }

    @Test
    void giveKeysOfBackendsToWorkersAlone() {
        ServiceSettings settings = with(Map.of("VTO_FASHN_API_KEY", "secret"));

        assertThat(settings.worker("worker-1")).containsEntry("VTO_FASHN_API_KEY", "secret");
        assertThat(settings.catalog(8080)).doesNotContainValue("secret");
    }

    private ServiceSettings with(Map<String, String> environment) {
        return new ServiceSettings(
                environment, home, secrets, "postgresql://127.0.0.1:1/vto", "127.0.0.1:2", "simulated");
    }
}
