package dev.vto.worker.adapter.out.generation.cog;

import dev.vto.worker.adapter.out.generation.remote.RemoteSettings;
import dev.vto.worker.adapter.out.generation.remote.TryOnInputs;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The settings of Cog, {@code VTO_COG_…}. It asks for no key itself; one that is set is for what stands before it. */
@ConfigMapping(prefix = CogSettings.PREFIX)
public interface CogSettings extends RemoteSettings {

    String PREFIX = "vto.cog";

    @WithDefault("http://127.0.0.1:5000")
    URI url();

    /** What results are labelled with: the server does not say which model it runs. */
    @WithDefault("idm-vton")
    String model();

    TryOnInputs tryonInput();
}
