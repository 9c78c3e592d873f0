package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.worker.adapter.out.generation.remote.RemoteSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The settings of Kling, {@code VTO_KLING_…}. Its keys come in pairs: the API key is the secret key of the pair. */
@ConfigMapping(prefix = KlingSettings.PREFIX)
public interface KlingSettings extends RemoteSettings {

    String PREFIX = "vto.kling";

    @WithDefault("https://api-singapore.klingai.com")
    URI url();

    /** Names the pair of keys, and is no secret. */
    Optional<String> accessKey();

    @WithDefault("kolors-virtual-try-on-v1-5")
    String tryonModel();

    @WithDefault("kling-v1-6")
    String videoModel();

    /** {@code std} or {@code pro}. */
    @WithDefault("std")
    String videoMode();

    /** What the model is told of each video. */
    @WithDefault("The model moves a little and shows the outfit. Steady camera, soft daylight.")
    String videoPrompt();
}
