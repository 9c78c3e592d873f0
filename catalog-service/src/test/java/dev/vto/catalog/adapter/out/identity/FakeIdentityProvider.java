package dev.vto.catalog.adapter.out.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** A provider of OpenID Connect on this machine: it has keys of its own, publishes them and signs ID tokens. */
public final class FakeIdentityProvider implements AutoCloseable {

    /** How it answers those who fetch its keys. */
    public enum Mode {
        ANSWERS,
        FAILS,
        SENDS_NONSENSE,
        HANGS
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String issuer;
    private final String audience;
    private volatile Mode mode = Mode.ANSWERS;
    private volatile RsaJsonWebKey key = newKey("key-1");

    private FakeIdentityProvider(HttpServer server, String issuer, String audience) {
        this.server = server;
        this.issuer = issuer;
        this.audience = audience;
    }

    public static FakeIdentityProvider start(String issuer, String audience) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeIdentityProvider provider = new FakeIdentityProvider(server, issuer, audience);
            server.createContext("/jwks.json", provider::answer);
            server.setExecutor(provider.threads);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI jwksUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/jwks.json");
    }

    /** How often its keys were asked for. */
    public int fetches() {
        return fetches.get();
    }

    public void become(Mode newMode) {
        mode = newMode;
    }

    /** Signs with another key from now on, and publishes that one alone. */
    public void rotate() {
        key = newKey(key.getKeyId() + "+");
    }

    /** A good token for a person who signs in with this nonce. */
    public IdTokenBuilder tokenFor(String subject, String nonce) {
        return new IdTokenBuilder(key)
                .with("iss", issuer)
                .with("aud", audience)
                .with("sub", subject)
                .with("nonce", nonce)
                .expiringIn(3600)
                .issuedIn(0);
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        switch (mode) {
            case ANSWERS ->
                send(exchange, 200, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            case FAILS -> send(exchange, 500, "{}");
            case SENDS_NONSENSE -> send(exchange, 200, "<html>moved</html>");
            case HANGS -> hang(exchange);
        }
    }

    private void hang(HttpExchange exchange) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
