package dev.vto.worker.adapter.out.generation.cog;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.cog.CogApi.Create;
import dev.vto.worker.adapter.out.generation.cog.CogApi.Prediction;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.Following;
import dev.vto.worker.adapter.out.generation.remote.ModelAnswer;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.application.port.Call;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cog's predictions. One is the answer to its own request: there is no queue, and nothing to ask for where a prediction
 * is. So a look at it is that request, which waits for the end; who goes away before it stops the prediction.
 */
final class CogClient {

    static final String PROVIDER = "cog";

    /** Cog names no limit; this one bounds what a defect of ours could do. */
    private static final Requests.Rate RATE = new Requests.Rate(200, Duration.ofSeconds(10));

    private final CogApi api;
    private final Optional<ApiKey> key;
    private final Duration answersWithin;
    private final Requests requests;
    private final Following following;

    CogClient(CogSettings settings) {
        key = ApiKey.ifAny(CogSettings.PREFIX, settings);
        answersWithin = settings.readTimeout();
        api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.timeout().plus(answersWithin).toMillis(), TimeUnit.MILLISECONDS)
                .build(CogApi.class);
        requests = Requests.repeatable(settings, RATE);
        following = new Following(settings);
    }

    /** Makes one prediction under the id that an earlier attempt has kept, or a new one, and collects what it has made. */
    <T> Uni<T> predict(Uni<Map<String, Object>> input, Call call, Function<URI, Uni<T>> collect) {
        return following.follow(new Predictions(input.memoize().indefinitely(), call), call, collect);
    }

    /** Stops a prediction; that it is over, and so unknown, is no error. */
    Uni<Void> cancel(String prediction, @Nullable String traceparent) {
        return requests.send(() -> api.cancel(authorization(), traceparent, prediction))
                .ifNoItem()
                .after(answersWithin)
                .failWith(() -> Failures.of(FailureCode.TRANSIENT, "no answer to a cancel within " + answersWithin))
                .onFailure(failure -> Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                .recoverWithNull();
    }

    private @Nullable String authorization() {
        return key.map(ApiKey::bearer).orElse(null);
    }

    private final class Predictions implements RemoteJobs<URI> {

        private final Uni<Map<String, Object>> input;
        private final Call call;

        private Predictions(Uni<Map<String, Object>> input, Call call) {
            this.input = input;
            this.call = call;
        }

        @Override
        public Uni<String> submit() {
            return Uni.createFrom().item(() -> UUID.randomUUID().toString());
        }

        @Override
        public Uni<Look<URI>> look(String prediction) {
            return input.map(Create::new)
                    .flatMap(create ->
                            requests.send(() -> api.predict(authorization(), call.traceparent(), prediction, create)))
                    .onCancellation()
                    .invoke(() -> abandon(prediction))
                    .flatMap(answer -> isOver(answer)
                            ? Uni.createFrom().item(look(answer))
                            // The request that waited for it is lost, and its answer with it: make way for another.
                            : cancel(prediction).replaceWith(new Look.Running<>(0)));
        }

        /** Its answer cannot be had any more. Where this fails too, the next attempt finds it running and stops it. */
        private void abandon(String prediction) {
            cancel(prediction).subscribe().with(stopped -> {}, failure -> {});
        }

        @Override
        public Uni<Void> cancel(String prediction) {
            return CogClient.this.cancel(prediction, call.traceparent());
        }

        private static boolean isOver(Prediction prediction) {
            return !prediction.status().equals("starting")
                    && !prediction.status().equals("processing");
        }

        private static Look<URI> look(Prediction prediction) {
            return switch (prediction.status()) {
                case "succeeded" -> ModelAnswer.succeeded(prediction.output());
                case "failed" -> new Look.Failed<>(ModelAnswer.failed(prediction.error()));
                case "canceled" ->
                    new Look.Failed<>(Failures.of(FailureCode.TRANSIENT, "the prediction was cancelled"));
                default ->
                    throw Failures.of(FailureCode.INTERNAL, "an unknown state of a prediction: " + prediction.status());
            };
        }
    }
}
