package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {

    private static final StackFile CONTENT = new StackFile(
            "http://127.0.0.1:8080",
            "http://127.0.0.1:9000",
            "jdbc:postgresql://127.0.0.1:5432/vto",
            "postgres",
            "hidden",
            "127.0.0.1:9092",
            "/data/media",
            11,
            12,
            List.of(new StackFile.Worker("worker-1", 13, "http://127.0.0.1:9001")));

    @TempDir
    Path folder;

    @Test
    void hasTheFieldsThatAreDocumented() throws IOException {
        Path file = folder.resolve("stack.json");
        CONTENT.write(file);

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(file.toFile()))
                .isEqualTo(
                        json.readTree(
                                """
                                {"catalogUrl": "http://127.0.0.1:8080", "managementUrl": "http://127.0.0.1:9000",
                                 "jdbcUrl": "jdbc:postgresql://127.0.0.1:5432/vto", "pgUser": "postgres",
                                 "pgPassword": "hidden", "kafkaBootstrap": "127.0.0.1:9092", "mediaDir": "/data/media",
                                 "catalogPid": 11, "postgresPid": 12,
                                 "workers": [{"name": "worker-1", "pid": 13, "managementUrl": "http://127.0.0.1:9001"}]}
                                """));
    }

    @Test
    void isReadableByItsUserAloneAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("stack.json");
        Files.writeString(file, "of an earlier stack");

        CONTENT.write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void isRemovedWhetherItIsThereOrNot() {
        Path file = folder.resolve("stack.json");
        CONTENT.write(file);

        StackFile.remove(file);
        StackFile.remove(file);

        assertThat(file).doesNotExist();
    }

    @Test
    void hidesItsPassword() {
        assertThat(CONTENT.toString()).doesNotContain("hidden");
    }
}
