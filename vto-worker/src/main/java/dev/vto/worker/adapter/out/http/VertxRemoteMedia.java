package dev.vto.worker.adapter.out.http;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.RemoteMedia;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Downloads by the Vert.x client. */
public final class VertxRemoteMedia implements RemoteMedia {

    private final Vertx vertx;
    private final HttpClient client;

    public VertxRemoteMedia(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
    }

    @Override
    public Uni<Path> fetch(URI file, Path folder, Bounds bounds) {
        Path target = folder.resolve("remote-" + UUID.randomUUID());
        return Uni.createFrom()
                .completionStage(() -> client.request(
                                new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(file.toString()))
                        .compose(request -> request.setFollowRedirects(true).send())
                        .compose(response -> receive(response.pause(), target, bounds))
                        .toCompletionStage())
                .ifNoItem()
                .after(bounds.limit())
                .fail()
                .onFailure(failure -> !(failure instanceof GenerationFailed))
                .transform(failure -> failed(FailureCode.TRANSIENT, failure.toString(), failure))
                .replaceWith(target);
    }

    private Future<Void> receive(HttpClientResponse response, Path target, Bounds bounds) {
        int status = response.statusCode();
        if (status != 200) {
            response.resume();
            FailureCode code = status == 403 || status == 404 || status == 410
                    ? FailureCode.RESULT_EXPIRED
                    : FailureCode.TRANSIENT;
            return Future.failedFuture(failed(code, "HTTP " + status + " for a file", null));
        }
        return vertx.fileSystem()
                .open(target.toString(), new OpenOptions().setCreateNew(true).setWrite(true))
                .compose(file -> copy(response, file, bounds.bytes()).eventually(() -> file.close()));
    }

    private static Future<Void> copy(HttpClientResponse response, AsyncFile file, long most) {
        Promise<Void> done = Promise.promise();
        long[] received = {0};
        response.exceptionHandler(done::tryFail);
        response.endHandler(end -> done.tryComplete());
        response.handler(buffer -> {
            received[0] += buffer.length();
            if (received[0] > most) {
                done.tryFail(failed(FailureCode.INVALID_INPUT, "a file has more than " + most + " bytes", null));
                response.request().reset();
            } else {
                write(response, file, buffer);
            }
        });
        response.resume();
        return done.future();
    }

    private static void write(HttpClientResponse response, AsyncFile file, Buffer buffer) {
        file.write(buffer);
        if (file.writeQueueFull()) {
            response.pause();
            file.drainHandler(drained -> response.resume());
        }
    }

    private static GenerationFailed failed(FailureCode code, String detail, @Nullable Throwable cause) {
        return new GenerationFailed(code, code.sentence(), detail, null, cause);
    }
}
