package dev.vto.worker.adapter.out.generation.remote;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What a model for try-on calls its inputs, and the kinds of garments; by default as IDM-VTON does. */
public interface TryOnInputs extends GarmentNames {

    @WithDefault("human_img")
    String person();

    @WithDefault("garm_img")
    String garment();

    /** The garment in words; empty where the model takes none. */
    @WithDefault("garment_des")
    Optional<String> description();

    /** Empty where the model takes none. */
    @WithDefault("category")
    Optional<String> category();

    /** Empty where the model takes none. */
    @WithDefault("seed")
    Optional<String> seed();

    /** Inputs that are always the same, as a JSON object. */
    @WithDefault("{\"crop\":true}")
    String more();
}
