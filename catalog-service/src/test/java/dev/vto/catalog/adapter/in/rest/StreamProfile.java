package dev.vto.catalog.adapter.in.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Streams that show life every second, and readers that may let 64 KiB wait. */
public final class StreamProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "vto.streams.heartbeat", "PT1S",
                "vto.streams.buffer", "65536");
    }
}
