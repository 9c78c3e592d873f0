package dev.vto.catalog.adapter.out.media;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.shared.adapter.media.FileStore;
import dev.vto.shared.adapter.media.MediaSettings;
import dev.vto.shared.adapter.media.MediaStorage;
import dev.vto.shared.adapter.media.MediaStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A photo that cannot be stored now may be sent again. */
class StoreAwayTest {

    @TempDir
    Path folder;

    @Test
    void refusesForAWhileWhereTheDiskTakesNothing() throws IOException {
        Path media = folder.resolve("media");
        MediaStorage store = new FileStore(media);
        Files.delete(media.resolve(".incoming"));

        assertRefusedForAWhile(store);
    }

    @Test
    void refusesForAWhileWhereNobodyListensAtTheBucket() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        MediaStorage store;
        try {
            store = MediaStores.open(
                    new Bucket("http://127.0.0.1:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }

        assertRefusedForAWhile(store);
    }

    private void assertRefusedForAWhile(MediaStorage store) throws IOException {
        StoredPhotos photos = new StoredPhotos(store, Runnable::run, Runnable::run, Fixtures::anId);
        Path sent = Files.write(folder.resolve("sent"), Pictures.jpeg());

        assertRejected(() -> photos.store(Fixtures.aUserId(), sent).await().atMost(Duration.ofSeconds(30)))
                .as(Rejected.Reason.UNAVAILABLE, "media_store_unavailable")
                .satisfies(rejected -> assertThat(rejected.retryAfter()).contains(Duration.ofSeconds(5)));
    }

    private record Bucket(String endpoint) implements MediaSettings, MediaSettings.S3 {

        @Override
        public Store mediaStore() {
            return Store.S3;
        }

        @Override
        public Optional<Path> mediaDir() {
            return Optional.empty();
        }

        @Override
        public S3 s3() {
            return this;
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> bucket() {
            return Optional.of("photos");
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("access");
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of("secret");
        }

        @Override
        public Optional<Boolean> pathStyle() {
            return Optional.of(true);
        }
    }
}
