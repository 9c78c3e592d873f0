package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.worker.adapter.out.generation.remote.RemoteSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The settings of fal, {@code VTO_FAL_…}. */
@ConfigMapping(prefix = FalSettings.PREFIX)
public interface FalSettings extends RemoteSettings {

    String PREFIX = "vto.fal";

    @WithDefault("https://queue.fal.run")
    URI url();

    /** The path of one of the models in {@link FalTryOnModel}. */
    @WithDefault("fal-ai/fashn/tryon/v1.6")
    String tryonModel();

    /** The path of a model that takes what Kling's image-to-video takes. */
    @WithDefault("fal-ai/kling-video/v2.1/standard/image-to-video")
    String videoModel();

    /** What the model is told of each video. */
    @WithDefault("The model moves a little and shows the outfit. Steady camera, soft daylight.")
    String videoPrompt();
}
