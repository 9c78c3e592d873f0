package dev.vto.catalog.adapter.out.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The RSA keys of access tokens, read from a folder again and again. All verify from the moment they are read; the last
 * name signs, but a new one only after a delay, when every instance has read it. So a key is rotated by adding a file,
 * and retired by removing it once its last token has expired.
 */
public final class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeyFolder folder;
    private final Duration delay;
    private final Clock clock;
    private volatile SortedMap<String, SigningKey> keys;

    private SigningKeys(KeyFolder folder, Duration delay, Clock clock, SortedMap<String, SigningKey> keys) {
        this.folder = folder;
        this.delay = delay;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * @param generate whether a first key is made where there is none
     * @param delay before a new key signs
     * @throws IllegalStateException if there is no key, or a file is none
     */
    public static SigningKeys load(Path path, boolean generate, Duration delay, Clock clock) {
        KeyFolder folder = new KeyFolder(path);
        try {
            if (generate) {
                folder.makeFirst();
            }
            SortedMap<String, SigningKey> keys = folder.read();
            if (keys.isEmpty()) {
                throw new IllegalStateException(
                        "vto.keys-dir: " + path + " has no <kid>.pem with a private key in PKCS#8 form");
            }
            return new SigningKeys(folder, delay, clock, keys);
        } catch (IOException e) {
            throw new UncheckedIOException("vto.keys-dir: " + path + " cannot be read", e);
        }
    }

    /** Reads the folder again; where that fails, or nothing is left, the keys stay as they are. */
    public void reload() {
        try {
            SortedMap<String, SigningKey> found = folder.read();
            if (found.isEmpty()) {
                LOG.warnf("vto.keys-dir: %s has no keys any more; those of before stay", folder.folder());
                return;
            }
            SortedMap<String, SigningKey> now = new TreeMap<>();
            found.forEach((id, key) -> now.put(id, withAge(key)));
            if (!now.keySet().equals(keys.keySet())) {
                LOG.infof("access tokens are verified by the keys %s", now.keySet());
            }
            keys = now;
        } catch (IOException | RuntimeException e) {
            LOG.warnf("vto.keys-dir cannot be read; the keys of before stay: %s", e.getMessage());
        }
    }

    /** The key that signs: the last of those that every instance knows, or the oldest where all are new. */
    SigningKey current() {
        Instant known = clock.instant().minus(delay);
        return all().filter(key -> !key.since().isAfter(known))
                .reduce((first, later) -> later)
                .or(() -> all().min(Comparator.comparing(SigningKey::since)))
                .orElseThrow(() -> new IllegalStateException("there is always a key"));
    }

    Optional<RSAPublicKey> publicKey(String id) {
        return Optional.ofNullable(keys.get(id)).map(SigningKey::publicKey);
    }

    /** All public keys by id. */
    public SortedMap<String, RSAPublicKey> publicKeys() {
        SortedMap<String, RSAPublicKey> all = new TreeMap<>();
        keys.forEach((id, key) -> all.put(id, key.publicKey()));
        return all;
    }

    /** A file may carry a time from long before it was put here. */
    private SigningKey withAge(SigningKey found) {
        Instant since = Optional.ofNullable(keys.get(found.id()))
                .filter(before -> before.publicKey().equals(found.publicKey()))
                .map(SigningKey::since)
                .orElseGet(clock::instant);
        return found.since(since);
    }

    private Stream<SigningKey> all() {
        return keys.values().stream();
    }
}
