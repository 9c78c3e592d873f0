package dev.vto.worker.adapter.out.generation.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The secret by which a backend knows us. It is given out only to be sent or to sign with; it has no text of its own. */
public final class ApiKey {

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * Reads the key of a backend from its settings.
     *
     * @param prefix of the settings, as {@code vto.fashn}
     * @throws IllegalArgumentException if there is none, or both ways are used
     */
    public static ApiKey of(String prefix, RemoteSettings settings) {
        if (settings.apiKey().isPresent() == settings.apiKeyFile().isPresent()) {
            throw new IllegalArgumentException(
                    "one of " + prefix + ".api-key and " + prefix + ".api-key-file is needed for this backend");
        }
        return new ApiKey(settings.apiKey()
                .or(() -> settings.apiKeyFile().map(file -> read(prefix, file)))
                .orElseThrow()
                .strip());
    }

    /** The same for a backend that may need none. */
    public static Optional<ApiKey> ifAny(String prefix, RemoteSettings settings) {
        return settings.apiKey().isEmpty() && settings.apiKeyFile().isEmpty()
                ? Optional.empty()
                : Optional.of(of(prefix, settings));
    }

    /** As the value of an {@code Authorization} header. */
    public String bearer() {
        return header("Bearer");
    }

    /** As the value of an {@code Authorization} header with this scheme. */
    public String header(String scheme) {
        return scheme + " " + value;
    }

    /** As the key of a signature. */
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String prefix, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    prefix + ".api-key-file names a file that can be read, and " + file + " cannot", e);
        }
    }
}
