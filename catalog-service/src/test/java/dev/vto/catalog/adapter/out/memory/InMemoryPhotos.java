package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoLimits;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Photos in a map, believed from their first bytes on. */
public final class InMemoryPhotos implements Photos {

    private static final Map<String, String> EXTENSIONS =
            Map.of("\u00ff\u00d8\u00ff", "jpg", "\u0089PNG", "png", "RIFF", "webp");

    private final Map<MediaKey, byte[]> stored = new HashMap<>();

    @Override
    public Uni<MediaKey> store(UserId owner, Path file) {
        return Uni.createFrom().item(() -> {
            byte[] bytes = read(file);
            MediaKey key = new MediaKey(owner + "/photos/" + Fixtures.anId() + "." + extension(bytes));
            stored.put(key, bytes);
            return key;
        });
    }

    public Optional<byte[]> find(MediaKey key) {
        return Optional.ofNullable(stored.get(key)).map(byte[]::clone);
    }

    public boolean isEmpty() {
        return stored.isEmpty();
    }

    private static String extension(byte[] bytes) {
        if (bytes.length > PhotoLimits.MAX_BYTES) {
            throw new Rejected(Rejected.Reason.TOO_LARGE, "too_large", "too many bytes", List.of());
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return EXTENSIONS.entrySet().stream()
                .filter(format -> text.startsWith(format.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Rejected(Rejected.Reason.UNSUPPORTED, "not_an_image", "no picture", List.of()));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
