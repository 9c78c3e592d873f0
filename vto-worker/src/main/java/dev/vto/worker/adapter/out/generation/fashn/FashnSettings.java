package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.worker.adapter.out.generation.remote.RemoteSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The settings of FASHN, {@code VTO_FASHN_…}. */
@ConfigMapping(prefix = FashnSettings.PREFIX)
public interface FashnSettings extends RemoteSettings {

    String PREFIX = "vto.fashn";

    @WithDefault("https://api.fashn.ai/v1")
    URI url();

    @WithDefault("tryon-v1.6")
    String tryonModel();

    /** {@code performance}, {@code balanced} or {@code quality}. */
    @WithDefault("balanced")
    String tryonMode();

    @WithDefault("image-to-video")
    String videoModel();

    /** {@code 480p}, {@code 720p} or {@code 1080p}. */
    @WithDefault("720p")
    String videoResolution();
}
