package dev.vto.worker.contract;

import dev.vto.fakes.Protocol;
import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.fixture.GivenSettings;
import io.smallrye.config.ConfigMapping;
import java.util.HashMap;
import java.util.Map;

/**
 * A backend that is held to a contract.
 *
 * @param <S> its settings, a {@link ConfigMapping}
 * @param protocol of its fake
 * @param path under which it is reached at its host, as {@code /v1}
 * @param more settings beside URL, key and times
 * @param cancels whether it has a call to stop a job
 */
public record Subject<S>(
        Protocol protocol, String path, Class<S> type, Map<String, String> more, boolean cancels, Maker<S> maker) {

    /** Makes the backend. */
    public interface Maker<S> {
        Backend make(S settings, PhotoFiles photos, ResultFiles results);
    }

    /** The backend, set up so. */
    Backend with(Map<String, String> settings, PhotoFiles photos, ResultFiles results) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(settings);
        return maker.make(GivenSettings.of(type, all), photos, results);
    }
}
