package dev.vto.worker.adapter.out.generation.chat;

import dev.vto.worker.adapter.out.generation.remote.RemoteSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The settings of the service for letters, {@code VTO_CHAT_…}. */
@ConfigMapping(prefix = ChatSettings.PREFIX)
public interface ChatSettings extends RemoteSettings {

    String PREFIX = "vto.chat";

    /** Up to, and without, {@code /chat/completions}. */
    @WithDefault("https://api.openai.com/v1")
    URI baseUrl();

    /** Needed where this backend is chosen. */
    Optional<String> model();

    /** How many photos are shown to the model, made small; 0 for a model that sees none. */
    @WithDefault("8")
    int photos();

    @WithDefault("60")
    int requestsPerMinute();

    /** A model that runs on this machine may think for long. */
    @Override
    @WithDefault("PT2M")
    Duration readTimeout();

    /** How long a letter may take, with all that is repeated. */
    @Override
    @WithDefault("PT5M")
    Duration timeout();
}
