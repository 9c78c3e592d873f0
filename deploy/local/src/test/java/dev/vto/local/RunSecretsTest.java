package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSecretsTest {

    private static final String PASSWORD = "the-password-of-the-worker";
    private static final String TOKEN = "a-token-that-was-given-out";
    private static final String KEY_LINE = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC";

    @TempDir
    Path home;

    private RunSecrets secrets;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(home.resolve("secrets.properties"), "#of a run\nworker=" + PASSWORD + "\n");
        Files.createDirectory(home.resolve("keys"));
        write("keys/first.pem", "-----BEGIN PRIVATE KEY-----\n" + KEY_LINE + "\nAA==\n-----END PRIVATE KEY-----\n");
        secrets = RunSecrets.of(home).add("access token", TOKEN);
    }

    @Test
    void namesEachSecretAndTheFileThatHasIt() throws IOException {
        Path text = write("catalog.log", "connecting with " + PASSWORD + "\nand again with " + PASSWORD + "\n");
        Path escaped = write("worker.log", "{\"message\": \"PRIVATE KEY-----\\n" + KEY_LINE + "\\nAA==\"}");
        Path binary = home.resolve("records");
        Files.write(binary, ("\0\u00ff" + TOKEN + "\u0080").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(secrets.foundIn(List.of(text, escaped, binary)))
                .containsExactly("worker in " + text, "first.pem, line 2 in " + escaped, "access token in " + binary);
    }

    @Test
    void findsNothingWhereNothingIsTold() throws IOException {
        Path log =
                write("catalog.log", "the worker's password is not told, nor any token\n-----BEGIN PRIVATE KEY-----\n");

        assertThat(secrets.foundIn(List.of(log))).isEmpty();
    }

    @Test
    void takesNoSecretThatCouldStandAnywhere() {
        assertThatThrownBy(() -> secrets.add("access token", "null")).isInstanceOf(AssertionError.class);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }
}
