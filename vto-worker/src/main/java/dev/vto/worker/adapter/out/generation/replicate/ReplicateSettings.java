package dev.vto.worker.adapter.out.generation.replicate;

import dev.vto.worker.adapter.out.generation.remote.RemoteSettings;
import dev.vto.worker.adapter.out.generation.remote.TryOnInputs;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The settings of Replicate, {@code VTO_REPLICATE_…}. */
@ConfigMapping(prefix = ReplicateSettings.PREFIX)
public interface ReplicateSettings extends RemoteSettings {

    String PREFIX = "vto.replicate";

    @WithDefault("https://api.replicate.com/v1")
    URI url();

    /** {@code owner/name:version}, or {@code owner/name} of an official model, which has no versions. */
    @WithDefault("cuuupid/idm-vton:0513734a452173b8173e907e3a59d19a36266e55b48528559432bd21c7d7e985")
    String tryonModel();

    TryOnInputs tryonInput();
}
