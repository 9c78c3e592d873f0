package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run of the platform keeps to itself, by name, and the search for it in what the run has written. */
final class RunSecrets {

    /** What is shorter may stand in a file by chance. */
    private static final int SHORTEST = 20;

    private final Map<String, String> values = new TreeMap<>();

    /** @param home a data folder, of whose passwords and signing keys it knows */
    static RunSecrets of(Path home) throws IOException {
        RunSecrets secrets = new RunSecrets();
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            passwords.load(file);
        }
        passwords.stringPropertyNames().forEach(name -> secrets.add(name, passwords.getProperty(name)));
        try (Stream<Path> keys = Files.list(home.resolve("keys"))) {
            for (Path key : keys.toList()) {
                secrets.addKey(key);
            }
        }
        return secrets;
    }

    RunSecrets add(String name, String value) {
        assertThat(value).as(name).hasSizeGreaterThanOrEqualTo(SHORTEST);
        values.put(name, value);
        return this;
    }

    /** @param file of a private key (PEM); each of its lines is a secret, as line ends are not the same everywhere */
    RunSecrets addKey(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).as(file.toString()).hasSizeGreaterThan(2);
        for (int i = 1; i < lines.size() - 1; i++) {
            if (lines.get(i).length() >= SHORTEST) {
                add(file.getFileName() + ", line " + (i + 1), lines.get(i));
            }
        }
        return this;
    }

    Collection<String> values() {
        return values.values();
    }

    /** Each that one of these files holds, as {@code name in file}. */
    List<String> foundIn(Collection<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            values.forEach((name, value) -> {
                if (content.contains(value)) {
                    found.add(name + " in " + file);
                }
            });
        }
        return found;
    }
}
