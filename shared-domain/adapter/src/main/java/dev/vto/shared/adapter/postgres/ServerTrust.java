package dev.vto.shared.adapter.postgres;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of a server says of encryption, in the words that libpq and JDBC have for it, so that one URL serves every
 * client: {@code sslmode} and {@code sslrootcert}, a file of the authorities that are trusted (PEM). See <a
 * href="https://www.postgresql.org/docs/current/libpq-ssl.html">PostgreSQL's documentation</a>.
 */
final class ServerTrust {

    private static final String AUTHORITIES = "sslrootcert";
    private static final Pattern AUTHORITIES_IN_URL = Pattern.compile("[?&]" + AUTHORITIES + "=([^&]*)");
    private static final Set<SslMode> VERIFYING = EnumSet.of(SslMode.VERIFY_CA, SslMode.VERIFY_FULL);

    private ServerTrust() {}

    /**
     * Gives a client what its server's URL says and it leaves out itself.
     *
     * @throws IllegalStateException if that would leave open whether a connection is encrypted, or whom it is trusted to
     */
    static PgConnectOptions apply(PgConnectOptions server, String url) {
        String authorities = authorities(url);
        return switch (server.getSslMode()) {
            case DISABLE -> unverified(server, authorities);
            case REQUIRE -> unverified(server, authorities).setTrustAll(true);
            case VERIFY_CA -> verified(server, authorities).setHostnameVerificationAlgorithm("");
            case VERIFY_FULL -> verified(server, authorities).setHostnameVerificationAlgorithm("HTTPS");
            case ALLOW, PREFER ->
                throw new IllegalStateException("the URL of PostgreSQL has an sslmode of disable, require, verify-ca or"
                        + " verify-full, not " + name(server.getSslMode())
                        + ", which an attacker turns into no encryption");
        };
    }

    private static PgConnectOptions unverified(PgConnectOptions server, @Nullable String authorities) {
        if (authorities != null) {
            throw new IllegalStateException("the URL of PostgreSQL names an " + AUTHORITIES + ", which sslmode="
                    + name(server.getSslMode()) + " does not heed; these do: "
                    + String.join(
                            ", ", VERIFYING.stream().map(ServerTrust::name).toList()));
        }
        return server;
    }

    private static PgConnectOptions verified(PgConnectOptions server, @Nullable String authorities) {
        if (authorities == null) {
            throw new IllegalStateException("the URL of PostgreSQL names no " + AUTHORITIES + ", which sslmode="
                    + name(server.getSslMode()) + " needs: a file of the authorities that are trusted (PEM)");
        }
        if (!Files.isReadable(Path.of(authorities))) {
            throw new IllegalStateException(
                    "the " + AUTHORITIES + " in the URL of PostgreSQL cannot be read: " + authorities);
        }
        return server.setTrustOptions(new PemTrustOptions().addCertPath(authorities));
    }

    private static @Nullable String authorities(String url) {
        Matcher found = AUTHORITIES_IN_URL.matcher(url);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : null;
    }

    private static String name(SslMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
