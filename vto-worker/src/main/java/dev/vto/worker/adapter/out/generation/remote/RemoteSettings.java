package dev.vto.worker.adapter.out.generation.remote;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings that every backend over HTTP has, below its own prefix. */
public interface RemoteSettings {

    /** The key itself. */
    Optional<String> apiKey();

    /** A file with nothing but the key, in place of the key itself. */
    Optional<Path> apiKeyFile();

    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long an answer may take. */
    @WithDefault("PT30S")
    Duration readTimeout();

    /** How large an answer may be: by default enough for a picture of 50 MB that is base64 in JSON. */
    @WithDefault("70M")
    @WithConverter(MemorySizeConverter.class)
    MemorySize answerSize();

    /** How often a job of the backend is looked at. */
    @WithDefault("PT1S")
    Duration poll();

    /** How long one request is repeated while the backend is busy or cannot be reached. */
    @WithDefault("PT1M")
    Duration patience();

    /** How long a job of the backend may take. */
    @WithDefault("PT10M")
    Duration timeout();
}
