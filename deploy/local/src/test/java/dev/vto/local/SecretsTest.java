package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final List<String> NAMES = List.of("superuser", "owner", "catalog", "worker", "media");

    @TempDir
    Path folder;

    @Test
    void areDifferentAndLong() {
        Secrets secrets = Secrets.loadOrMake(folder.resolve("secrets"));

        assertThat(values(secrets)).doesNotHaveDuplicates().allMatch(value -> value.length() >= 43);
    }

    @Test
    void stayTheSameAtEveryStart() {
        Path file = folder.resolve("secrets");

        List<String> first = values(Secrets.loadOrMake(file));

        assertThat(values(Secrets.loadOrMake(file))).isEqualTo(first);
    }

    @Test
    void differFromStackToStack() {
        assertThat(Stream.of("one", "two").flatMap(name -> values(Secrets.loadOrMake(folder.resolve(name))).stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void areReadableByTheirUserAlone() throws IOException {
        Path file = folder.resolve("secrets");
        Secrets.loadOrMake(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void areAddedToWhereOneIsMissing() throws IOException {
        Path file = folder.resolve("secrets");
        Files.writeString(file, "owner=kept\n");

        Secrets secrets = Secrets.loadOrMake(file);

        assertThat(secrets.of("owner")).isEqualTo("kept");
        assertThat(values(secrets)).doesNotContainNull();
    }

    private static List<String> values(Secrets secrets) {
        return NAMES.stream().map(secrets::of).toList();
    }
}
