package dev.vto.shared.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTrustTest {

    @TempDir
    Path folder;

    private Path authorities;

    @BeforeEach
    void write() throws IOException {
        authorities = Files.writeString(folder.resolve("authorities.pem"), "certificates");
    }

    @Test
    void verifiesAuthorityAndName() {
        PgConnectOptions server = apply("?sslmode=verify-full&sslrootcert=" + authorities);

        assertThat(server.getSslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(server.getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
        assertThat(server.isTrustAll()).isFalse();
        assertThat(((PemTrustOptions) server.getTrustOptions()).getCertPaths()).containsExactly(authorities.toString());
    }

    @Test
    void verifiesTheAuthorityAloneWhereTheNameIsAnother() {
        PgConnectOptions server = apply("?sslmode=verify-ca&sslrootcert=" + authorities);

        assertThat(server.getSslMode()).isEqualTo(SslMode.VERIFY_CA);
        assertThat(server.getHostnameVerificationAlgorithm()).isEmpty();
        assertThat(server.isTrustAll()).isFalse();
    }

    @Test
    void encryptsWithoutVerifyingWhereNoMoreIsRequired() {
        PgConnectOptions server = apply("?sslmode=require");

        assertThat(server.getSslMode()).isEqualTo(SslMode.REQUIRE);
        assertThat(server.isTrustAll()).isTrue();
    }

    @Test
    void encryptsNothingWithoutBeingTold() {
        assertThat(apply("").getSslMode()).isEqualTo(SslMode.DISABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefer", "allow"})
    void refusesToLetTheServerChoose(String mode) {
        assertThatThrownBy(() -> apply("?sslmode=" + mode))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("disable, require, verify-ca or verify-full, not " + mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full"})
    void verifiesNothingWithoutAuthorities(String mode) {
        assertThatThrownBy(() -> apply("?sslmode=" + mode))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no sslrootcert, which sslmode=" + mode + " needs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslmode=require&", "sslmode=disable&", ""})
    void refusesAuthoritiesThatNobodyWouldLookAt(String mode) {
        assertThatThrownBy(() -> apply("?" + mode + "sslrootcert=" + authorities))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not heed; these do: verify-ca, verify-full");
    }

    @Test
    void namesTheFileThatIsNotThere() {
        assertThatThrownBy(() -> apply("?sslmode=verify-full&sslrootcert=" + folder.resolve("none.pem")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageContaining("none.pem");
    }

    private static PgConnectOptions apply(String parameters) {
        String url = "postgresql://db.example.com:5432/vto" + parameters;
        return ServerTrust.apply(PgConnectOptions.fromUri(url), url);
    }
}
