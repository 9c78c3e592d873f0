package dev.vto.local;

import dev.vto.provision.DatabasePasswords;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Passwords and keys of one stack, made at its first start and readable by its user alone. Never printed. */
final class Secrets {

    private static final List<String> NAMES = List.of("superuser", "owner", "catalog", "worker", "media");
    private static final int BYTES = 32;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    static Secrets loadOrMake(Path file) {
        try {
            Properties values = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            if (!values.stringPropertyNames().containsAll(NAMES)) {
                make(values);
                write(file, values);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new StackFailure("the secrets " + file + " cannot be kept: " + e.getMessage(), e);
        }
    }

    DatabasePasswords database() {
        return new DatabasePasswords(of("superuser"), of("owner"), of("catalog"), of("worker"));
    }

    String of(String name) {
        return values.getProperty(name);
    }

    private static void make(Properties values) {
        SecureRandom random = new SecureRandom();
        for (String name : NAMES) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            values.putIfAbsent(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    private static void write(Path file, Properties values) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, null);
        }
    }
}
