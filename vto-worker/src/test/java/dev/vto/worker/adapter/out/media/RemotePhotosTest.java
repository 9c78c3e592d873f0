package dev.vto.worker.adapter.out.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.media.PhotoLimits;
import dev.vto.shared.site.PrivateHost;
import dev.vto.shared.site.SiteRules;
import dev.vto.worker.adapter.out.http.GuardedFetch;
import dev.vto.worker.domain.GenerationFailed;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemotePhotosTest {

    /** The data of a PNG's first chunk, where its size stands, and the checksum behind it. */
    private static final int HEADER = 12;

    private static final int CHECKSUM = 29;

    private static Vertx vertx;
    private static HttpServer shop;

    private static final int TOO_MANY = (int) PhotoLimits.MAX_PIXELS + 1024;

    @TempDir
    Path folder;

    @BeforeAll
    static void openShop() {
        vertx = Vertx.vertx();
        shop = vertx.createHttpServer()
                .requestHandler(request -> {
                    switch (request.path()) {
                        case "/shirt.png" -> request.response().endAndForget(Buffer.buffer(png(30, 40)));
                        case "/huge.png" ->
                            request.response().endAndForget(Buffer.buffer(pngThatClaims(TOO_MANY / 1024, 1024)));
                        case "/header.png" ->
                            request.response().endAndForget(Buffer.buffer(Arrays.copyOf(png(30, 40), HEADER)));
                        case "/page" -> request.response().endAndForget("<html></html>");
                        case "/busy" -> request.response().setStatusCode(503).endAndForget();
                        default -> request.response().setStatusCode(404).endAndForget();
                    }
                })
                .listenAndAwait(0, "127.0.0.1");
    }

    @AfterAll
    static void closeShop() {
        vertx.closeAndAwait();
    }

    @Test
    void fetchesAPhoto() throws IOException {
        Path file = fetch("/shirt.png");

        assertThat(ImageIO.read(file.toFile()).getHeight()).isEqualTo(40);
    }

    @Test
    void saysWhatIsWrongAndThatNoAttemptHelps() {
        assertInvalid("/none", "The photo at localhost is not there or not for everybody: the site answers 404.");
        assertInvalid("/page", "The photo at localhost is none of JPEG, PNG, WEBP.");
        assertInvalid("/header.png", "The photo at localhost is damaged.");
        assertInvalid("/huge.png", "The photo at localhost has more than 50 megapixels.");
    }

    @Test
    void triesAgainWhereTheSiteIsInTrouble() {
        GenerationFailed failed = failure("/busy");

        assertThat(failed.code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(failed.sentence()).isEqualTo("The photo at localhost could not be fetched: the site answers 503.");
    }

    private void assertInvalid(String path, String sentence) {
        GenerationFailed failed = failure(path);
        assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
        assertThat(failed.sentence()).isEqualTo(sentence);
    }

    private GenerationFailed failure(String path) {
        try {
            fetch(path);
        } catch (GenerationFailed failed) {
            return failed;
        }
        throw new AssertionError(path + " was fetched");
    }

    private Path fetch(String path) {
        SiteRules rules = new SiteRules(false, Set.of(), Set.of(PrivateHost.of("localhost")));
        return new RemotePhotos(new GuardedFetch(vertx, rules), Runnable::run)
                .fetch(URI.create("http://localhost:" + shop.actualPort() + path), folder)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static byte[] png(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] pngThatClaims(int width, int height) {
        byte[] png = png(30, 40);
        ByteBuffer.wrap(png).putInt(HEADER + 4, width).putInt(HEADER + 8, height);
        CRC32 checksum = new CRC32();
        checksum.update(png, HEADER, CHECKSUM - HEADER);
        ByteBuffer.wrap(png).putInt(CHECKSUM, (int) checksum.getValue());
        return png;
    }
}
