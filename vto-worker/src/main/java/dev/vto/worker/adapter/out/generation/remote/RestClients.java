package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.job.FailureCode;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Makes clients of backends' APIs, whose answers are bounded in time and size. */
public final class RestClients {

    private RestClients() {}

    /** A client with the times of the settings. */
    public static <A> A of(Class<A> api, URI url, RemoteSettings settings) {
        return of(api, url, settings, settings.readTimeout());
    }

    /** @param answersWithin how long an answer may take, in place of the setting */
    public static <A> A of(Class<A> api, URI url, RemoteSettings settings, Duration answersWithin) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(answersWithin.toMillis(), TimeUnit.MILLISECONDS)
                .httpClientRequestCustomizer(
                        request -> bound(request, settings.answerSize().asLongValue()))
                .build(api);
    }

    /** An answer is taken into memory whole, so one that is too large is let go as soon as that shows. */
    private static void bound(HttpClientRequest request, long most) {
        request.response().onSuccess(response -> {
            AtomicLong bytes = new AtomicLong();
            response.handler(chunk -> {
                if (bytes.addAndGet(chunk.length()) > most) {
                    request.reset(
                            0,
                            Failures.of(
                                    FailureCode.INTERNAL,
                                    "the answer has more bytes than answer-size, " + most + ", allows"));
                }
            });
        });
    }
}
