package dev.vto.worker.adapter.out.generation.vertex;

import dev.vto.worker.adapter.out.generation.remote.RemoteSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of Vertex AI, {@code VTO_VERTEX_…}. Its API key is the key of a service account, as JSON; without one the
 * credentials are those of where the worker runs, as Google's libraries find them.
 */
@ConfigMapping(prefix = VertexSettings.PREFIX)
public interface VertexSettings extends RemoteSettings {

    String PREFIX = "vto.vertex";

    /** By default that of the location. */
    Optional<URI> url();

    /** Needed where this backend is chosen. */
    Optional<String> project();

    @WithDefault("us-central1")
    String location();

    @WithDefault("virtual-try-on-001")
    String tryonModel();

    /** {@code allow_adult}, {@code allow_all} or {@code dont_allow}. */
    @WithDefault("allow_adult")
    String personGeneration();

    /** From {@code block_low_and_above} to {@code block_none}. */
    @WithDefault("block_medium_and_above")
    String safetySetting();

    /** Whether pictures have Google's invisible watermark; with it there are no seeds. */
    @WithDefault("true")
    boolean watermark();

    /** A folder as {@code gs://bucket/folder}, where pictures are left and fetched from; by default they are answered. */
    Optional<URI> storageUri();

    @WithDefault("https://storage.googleapis.com")
    URI storageUrl();

    /** The answer is the picture. */
    @Override
    @WithDefault("PT2M")
    Duration readTimeout();
}
