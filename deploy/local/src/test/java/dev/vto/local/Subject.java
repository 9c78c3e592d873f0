package dev.vto.local;

import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Protocol;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A hosted backend that a worker is set up for.
 *
 * @param protocol of its fake, whose name is the generator's
 * @param prefix of its settings, as {@code VTO_FAL_}
 * @param path under which it is reached at its host, as {@code /v1}
 * @param more settings beside URL, key and times
 */
record Subject(Protocol protocol, String prefix, String path, Map<String, String> more) {

    static final String KEY = "fake-key";

    /** What a worker needs to have pictures made by the fake. */
    Map<String, String> settings(FakeBackend fake, Path persons) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "VTO_GENERATOR",
                protocol.name(),
                "VTO_PERSON_PRESETS",
                persons.toString(),
                "VTO_FETCH_PRIVATE_HOSTS",
                URI.create(fake.url()).getAuthority(),
                prefix + "URL",
                fake.url() + path,
                prefix + "API_KEY",
                KEY,
                prefix + "POLL",
                "PT0.1S"));
        more.forEach((name, value) -> settings.put(prefix + name, value));
        return settings;
    }

    @Override
    public String toString() {
        return protocol.name();
    }
}
