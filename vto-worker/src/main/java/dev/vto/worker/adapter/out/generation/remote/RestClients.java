package dev.vto.worker.adapter.out.generation.remote;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes clients of backends' APIs. */
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
                .build(api);
    }
}
