package dev.vto.worker.adapter.out.generation.comfyui;

import dev.vto.worker.adapter.out.generation.remote.GarmentNames;
import dev.vto.worker.adapter.out.generation.remote.RemoteSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The settings of ComfyUI, {@code VTO_COMFYUI_…}. It asks for no key itself; one that is set is for what stands before it. */
@ConfigMapping(prefix = ComfySettings.PREFIX)
public interface ComfySettings extends RemoteSettings {

    String PREFIX = "vto.comfyui";

    @WithDefault("http://127.0.0.1:8188")
    URI url();

    /** A workflow in API format with slots; without it one by Qwen-Image-Edit 2509. */
    Optional<Path> tryonWorkflow();

    /** What results are labelled with. */
    @WithDefault("qwen-image-edit-2509")
    String tryonModel();

    /** What stands in the slot {@code {{category}}} for each kind of garment. */
    GarmentNames tryonCategory();
}
