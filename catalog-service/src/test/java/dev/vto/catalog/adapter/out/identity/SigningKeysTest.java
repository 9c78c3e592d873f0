package dev.vto.catalog.adapter.out.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    @TempDir
    Path folder;

    @Test
    void makesAFirstKeyWhereThereIsNone() throws IOException {
        Path keys = folder.resolve("below/keys");

        SigningKeys made = SigningKeys.load(keys, true);

        assertThat(made.currentId()).isEqualTo("0001");
        assertThat(made.publicKeys()).containsOnlyKeys("0001");
        assertThat(Files.list(keys)).containsExactly(keys.resolve("0001.pem"));
    }

    @Test
    void hidesTheKeyFromOtherUsers() throws IOException {
        SigningKeys.load(folder, true);

        assertThat(Files.getPosixFilePermissions(folder.resolve("0001.pem")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void keepsTheKeyThatIsThere() {
        SigningKeys made = SigningKeys.load(folder, true);

        assertThat(SigningKeys.load(folder, true).publicKeys()).isEqualTo(made.publicKeys());
        assertThat(SigningKeys.load(folder, false).publicKeys()).isEqualTo(made.publicKeys());
    }

    @Test
    void signsWithTheLastNameAndVerifiesWithAll() throws IOException {
        SigningKeys.load(folder, true);
        write("0002.pem", "RSA");
        write("0010.pem", "RSA");

        SigningKeys keys = SigningKeys.load(folder, false);

        assertThat(keys.currentId()).isEqualTo("0010");
        assertThat(keys.publicKeys()).containsOnlyKeys("0001", "0002", "0010");
    }

    @Test
    void publishesTheOtherHalfOfTheKeyThatSigns() throws GeneralSecurityException {
        SigningKeys keys = SigningKeys.load(folder, true);
        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(keys.current());
        signing.update((byte) 1);
        byte[] signed = signing.sign();

        Signature verifying = Signature.getInstance("SHA256withRSA");
        verifying.initVerify(keys.publicKeys().get(keys.currentId()));
        verifying.update((byte) 1);

        assertThat(verifying.verify(signed)).isTrue();
    }

    @Test
    void ignoresFilesThatAreNoKeys() throws IOException {
        SigningKeys.load(folder, true);
        Files.writeString(folder.resolve("README"), "how to rotate");

        assertThat(SigningKeys.load(folder, false).publicKeys()).hasSize(1);
    }

    @Test
    void needsAKey() {
        Path missing = folder.resolve("missing");

        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKeys.load(missing, false))
                .withMessage("vto.keys-dir: " + missing + " has no <kid>.pem with a private key in PKCS#8 form");
        assertThatIllegalStateException().isThrownBy(() -> SigningKeys.load(folder, false));
        assertThat(missing).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----\n"
            })
    void namesTheFileThatIsNoKey(String text) throws IOException {
        Files.writeString(folder.resolve("2026.pem"), text);

        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKeys.load(folder, true))
                .withMessage("vto.keys-dir: 2026.pem is no RSA private key in PKCS#8 PEM form");
    }

    @Test
    void takesNoKeyOfAnotherAlgorithm() throws IOException {
        write("0001.pem", "EC");

        assertThatIllegalStateException()
                .isThrownBy(() -> SigningKeys.load(folder, false))
                .withMessage("vto.keys-dir: 0001.pem is no RSA private key in PKCS#8 PEM form");
    }

    private void write(String name, String algorithm) throws IOException {
        try {
            byte[] der = KeyPairGenerator.getInstance(algorithm)
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            Files.writeString(
                    folder.resolve(name),
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(der)
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
