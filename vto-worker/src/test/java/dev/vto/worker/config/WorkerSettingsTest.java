package dev.vto.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.adapter.media.MediaSettings;
import dev.vto.shared.site.PrivateHost;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

    @Test
    void readsHostsOfTheOperatorsOwn() {
        WorkerSettings settings = with("vto.fetch.private-hosts", "ComfyUI:8188,10.0.0.7");

        assertThat(settings.fetch().privateHosts().orElseThrow())
                .containsExactlyInAnyOrder(new PrivateHost("comfyui", 8188), new PrivateHost("10.0.0.7", 0));
    }

    @Test
    void namesTheSettingOfWhatIsNoHost() {
        assertThatThrownBy(() -> with("vto.fetch.private-hosts", "http://comfyui:8188"))
                .hasMessageContaining("vto.fetch.private-hosts")
                .hasMessageContaining("a private host is host or host:port");
    }

    @Test
    void keepsFilesInAFolderUnlessToldOtherwise() {
        assertThat(with("vto.media-dir", "/media").mediaStore()).isEqualTo(MediaSettings.Store.FILE);
        assertThat(with("vto.media-dir", "").mediaDir()).isEmpty();
    }

    @Test
    void readsWhereABucketIs() {
        MediaSettings.S3 amazon = with("vto.media-store", "s3").s3();

        assertThat(amazon.endpoint()).isEqualTo("https://s3.amazonaws.com");
        assertThat(amazon.pathStyle()).isEmpty();
        assertThat(with("vto.s3.path-style", "true").s3().pathStyle()).contains(true);
    }

    @Test
    void namesTheSettingOfAStoreThatThereIsNot() {
        assertThatThrownBy(() -> with("vto.media-store", "ftp")).hasMessageContaining("vto.media-store");
    }

    @Test
    void sendsNoTracesUnlessToldWhereTo() {
        assertThat(with("vto.media-dir", "/media").traces().endpoint()).isEmpty();
        assertThat(with("vto.traces.endpoint", "").traces().endpoint()).isEmpty();
        assertThat(with("vto.traces.endpoint", "http://collector:4318").traces().endpoint())
                .contains(URI.create("http://collector:4318"));
    }

    @Test
    void namesTheSettingOfTracesThatCannotBe() {
        assertThatThrownBy(() -> with("vto.traces.endpoint", "on"))
                .hasMessageContaining("vto.traces.endpoint")
                .hasMessageContaining("an http or https URL, as http://collector:4318, not on");
        assertThatThrownBy(() -> with("vto.traces.ratio", "1.5"))
                .hasMessageContaining("vto.traces.ratio")
                .hasMessageContaining("a number from 0 to 1, not 1.5");
    }

    private static WorkerSettings with(String name, String value) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WorkerSettings.class)
                .withDefaultValues(Map.of("vto.worker.name", "worker-1", name, value))
                .build()
                .getConfigMapping(WorkerSettings.class);
    }
}
