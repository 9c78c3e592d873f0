package dev.vto.catalog.adapter.out.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vto.catalog.fixture.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final Duration DELAY = Duration.ofMinutes(2);

    private final MovableClock clock = new MovableClock(Instant.now());

    @TempDir
    Path folder;

    @Test
    void makesAFirstKeyWhereThereIsNone() throws IOException {
        Path keys = folder.resolve("below/keys");

        SigningKeys made = load(keys, true);

        assertThat(made.current().id()).isEqualTo("0001");
        assertThat(made.publicKeys()).containsOnlyKeys("0001");
        assertThat(Files.list(keys)).containsExactly(keys.resolve("0001.pem"));
    }

    @Test
    void hidesTheKeyFromOtherUsers() throws IOException {
        load(folder, true);

        assertThat(Files.getPosixFilePermissions(folder.resolve("0001.pem")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void keepsTheKeyThatIsThere() {
        SigningKeys made = load(folder, true);

        assertThat(load(folder, true).publicKeys()).isEqualTo(made.publicKeys());
        assertThat(load(folder, false).publicKeys()).isEqualTo(made.publicKeys());
    }

    @Test
    void signsWithTheLastNameAndVerifiesWithAll() throws IOException {
        load(folder, true);
        write("0002.pem", "RSA");
        write("0010.pem", "RSA");
        clock.move(DELAY.multipliedBy(2));

        SigningKeys keys = load(folder, false);

        assertThat(keys.current().id()).isEqualTo("0010");
        assertThat(keys.publicKeys()).containsOnlyKeys("0001", "0002", "0010");
    }

    @Test
    void publishesTheOtherHalfOfTheKeyThatSigns() throws GeneralSecurityException {
        SigningKeys keys = load(folder, true);
        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(keys.current().privateKey());
        signing.update((byte) 1);
        byte[] signed = signing.sign();

        Signature verifying = Signature.getInstance("SHA256withRSA");
        verifying.initVerify(keys.publicKeys().get(keys.current().id()));
        verifying.update((byte) 1);

        assertThat(verifying.verify(signed)).isTrue();
    }

    @Test
    void ignoresFilesThatAreNoKeys() throws IOException {
        load(folder, true);
        Files.writeString(folder.resolve("README"), "how to rotate");

        assertThat(load(folder, false).publicKeys()).hasSize(1);
    }

    @Test
    void needsAKey() {
        Path missing = folder.resolve("missing");

        assertThatIllegalStateException()
                .isThrownBy(() -> load(missing, false))
                .withMessage("vto.keys-dir: " + missing + " has no <kid>.pem with a private key in PKCS#8 form");
        assertThatIllegalStateException().isThrownBy(() -> load(folder, false));
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
                .isThrownBy(() -> load(folder, true))
                .withMessage("vto.keys-dir: 2026.pem is no RSA private key in PKCS#8 PEM form");
    }

    @Test
    void takesNoKeyOfAnotherAlgorithm() throws IOException {
        write("0001.pem", "EC");

        assertThatIllegalStateException()
                .isThrownBy(() -> load(folder, false))
                .withMessage("vto.keys-dir: 0001.pem is no RSA private key in PKCS#8 PEM form");
    }

    @Test
    void verifiesWithANewKeyAtOnceAndSignsWithItWhenEveryInstanceKnowsIt() throws IOException {
        SigningKeys keys = load(folder, true);
        clock.move(Duration.ofDays(1));
        write("0002.pem", "RSA");

        keys.reload();

        assertThat(keys.publicKey("0002")).isPresent();
        assertThat(keys.current().id()).isEqualTo("0001");
        clock.move(DELAY.minusSeconds(1));
        keys.reload();
        assertThat(keys.current().id()).isEqualTo("0001");
        clock.move(Duration.ofSeconds(1));
        assertThat(keys.current().id()).isEqualTo("0002");
    }

    @Test
    void doesNotSignWithAYoungKeyAfterAStart() throws IOException {
        load(folder, true);
        write("0002.pem", "RSA");
        Files.setLastModifiedTime(
                folder.resolve("0001.pem"), FileTime.from(clock.instant().minus(DELAY)));

        assertThat(load(folder, false).current().id()).isEqualTo("0001");
    }

    @Test
    void signsWithTheOldestWhereAllAreYoung() throws IOException {
        load(folder, true);
        write("0000.pem", "RSA");
        Files.setLastModifiedTime(
                folder.resolve("0001.pem"), FileTime.from(clock.instant().minusSeconds(60)));

        assertThat(load(folder, false).current().id()).isEqualTo("0001");
    }

    @Test
    void stopsVerifyingWithAKeyThatWasRemoved() throws IOException {
        write("0002.pem", "RSA");
        write("0003.pem", "RSA");
        SigningKeys keys = load(folder, false);
        clock.move(DELAY);

        Files.delete(folder.resolve("0003.pem"));
        keys.reload();

        assertThat(keys.publicKey("0003")).isEmpty();
        assertThat(keys.current().id()).isEqualTo("0002");
    }

    @Test
    void keepsItsKeysWhileTheFolderIsBroken() throws IOException {
        SigningKeys keys = load(folder, true);
        Files.writeString(folder.resolve("0002.pem"), "half a k");

        keys.reload();
        assertThat(keys.publicKeys()).containsOnlyKeys("0001");

        Files.delete(folder.resolve("0001.pem"));
        Files.delete(folder.resolve("0002.pem"));
        keys.reload();
        assertThat(keys.publicKeys()).containsOnlyKeys("0001");
    }

    private SigningKeys load(Path keys, boolean generate) {
        return SigningKeys.load(keys, generate, DELAY, clock);
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
