package dev.vto.worker.adapter.out.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.site.PrivateHost;
import dev.vto.shared.site.SiteRules;
import dev.vto.worker.application.port.RemoteMedia;
import dev.vto.worker.domain.GenerationFailed;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardedRemoteMediaTest {

    private static final byte[] CLIP =
            Arrays.copyOf(new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'}, 3 << 20);
    private static final RemoteMedia.Bounds BOUNDS =
            new RemoteMedia.Bounds(4 << 20, Duration.ofSeconds(20), Set.of(MediaFormat.MP4));

    private static final String KEY = "Bearer of-the-proxy";

    private static Vertx vertx;

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Site backend;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.closeAndAwait();
    }

    @BeforeEach
    void openBackend() {
        backend = Site.at(vertx, "127.0.0.1", 0, this::answer);
    }

    @AfterEach
    void closeBackend() {
        backend.close();
    }

    @Test
    void fetchesWhatAHostOfTheOperatorsHasMade() {
        Path file = media("127.0.0.1:" + backend.port())
                .fetch(url("/clip"), null, folder, BOUNDS)
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(file).hasBinaryContent(CLIP).hasParent(folder);
    }

    @Test
    void bringsTheKeyOfASiteThatWantsOne() {
        Path file = media("127.0.0.1:" + backend.port())
                .fetch(url("/own"), KEY, folder, BOUNDS)
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(file).hasBinaryContent(CLIP);
        assertThat(failure("127.0.0.1", "/own").getMessage()).contains("the site answers 401");
    }

    /** Not even to itself: what it says there may be anybody's word. */
    @Test
    void takesNoKeyToWhereASiteRedirects() {
        GenerationFailed failed = catchThrowableOfType(GenerationFailed.class, () -> media("127.0.0.1")
                .fetch(url("/moved"), KEY, folder, BOUNDS)
                .await()
                .atMost(Duration.ofSeconds(20)));

        assertThat(asked).containsExactly("/moved");
        assertThat(failed.code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(failed).hasMessage("the result at 127.0.0.1 redirects, though it was asked with a key");
    }

    @Test
    void asksNoPrivateHostThatTheOperatorDidNotName() {
        GenerationFailed failed = failure("127.0.0.1:" + (backend.port() - 1), "/clip");

        assertThat(asked).isEmpty();
        assertThat(failed.code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(failed)
                .hasMessage("the result at 127.0.0.1 is not an https URL: VTO_FETCH_HOSTS and"
                        + " VTO_FETCH_PRIVATE_HOSTS tell whose results are fetched");
    }

    @Test
    void isRedirectedToNoPrivateHostEither() {
        GenerationFailed failed = failure("127.0.0.1:" + backend.port(), "/elsewhere");

        assertThat(asked).containsExactly("/elsewhere");
        assertThat(failed.code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(failed.getMessage()).contains("is not of a public site");
    }

    @ParameterizedTest
    @CsvSource({
        "/gone, RESULT_EXPIRED, the site answers 404",
        "/forbidden, RESULT_EXPIRED, the site answers 403",
        "/broken, TRANSIENT, the site answers 500",
        "/page, TRANSIENT, is none of MP4",
        "/large, TRANSIENT, has more than 4 MB",
        "/cut, TRANSIENT, could not be fetched"
    })
    void tellsWhatBecameOfAResult(String path, FailureCode code, String why) {
        GenerationFailed failed = failure("127.0.0.1", path);

        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.getMessage()).startsWith("the result at 127.0.0.1 ").contains(why);
        assertThat(failed.sentence()).isEqualTo(code.sentence());
    }

    private void answer(HttpServerRequest request) {
        asked.add(request.path());
        switch (request.path()) {
            case "/clip" -> request.response().endAndForget(Buffer.buffer(CLIP));
            case "/large" -> request.response().endAndForget(Buffer.buffer(Arrays.copyOf(CLIP, 5 << 20)));
            case "/page" -> request.response().endAndForget("<html>be patient</html>");
            case "/own" -> {
                if (KEY.equals(request.getHeader("Authorization"))) {
                    request.response().endAndForget(Buffer.buffer(CLIP));
                } else {
                    request.response().setStatusCode(401).endAndForget();
                }
            }
            case "/moved" -> redirect(request, "/own");
            case "/elsewhere" -> redirect(request, "https://127.0.0.1:1/clip");
            case "/forbidden" -> request.response().setStatusCode(403).endAndForget();
            case "/broken" -> request.response().setStatusCode(500).endAndForget();
            case "/cut" -> request.connection().closeAndForget();
            default -> request.response().setStatusCode(404).endAndForget();
        }
    }

    private static void redirect(HttpServerRequest request, String location) {
        request.response().setStatusCode(302).putHeader("Location", location).endAndForget();
    }

    private GenerationFailed failure(String own, String path) {
        return catchThrowableOfType(
                GenerationFailed.class,
                () -> media(own).fetch(url(path), null, folder, BOUNDS).await().atMost(Duration.ofSeconds(20)));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + backend.port() + path);
    }

    private static RemoteMedia media(String own) {
        SiteRules rules = new SiteRules(false, Set.of(), Set.of(PrivateHost.of(own)));
        return new GuardedRemoteMedia(new GuardedFetch(vertx, rules));
    }
}
