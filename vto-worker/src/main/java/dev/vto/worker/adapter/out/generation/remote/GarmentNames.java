package dev.vto.worker.adapter.out.generation.remote;

import io.smallrye.config.WithDefault;

/** What a model calls the kinds of garments; by default as IDM-VTON does. */
public interface GarmentNames {

    @WithDefault("upper_body")
    String upper();

    @WithDefault("lower_body")
    String bottom();

    @WithDefault("dresses")
    String onepiece();

    @WithDefault("upper_body")
    String outer();
}
