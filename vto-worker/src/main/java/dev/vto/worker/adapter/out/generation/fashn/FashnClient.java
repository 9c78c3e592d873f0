package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.fashn.FashnApi.Prediction;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.Following;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.application.port.Call;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** FASHN's predictions, whatever they are of. It has neither a call to cancel one nor a key of idempotency. */
final class FashnClient {

    static final String PROVIDER = "fashn";

    private static final Requests.Rate RUNS = new Requests.Rate(50, Duration.ofMinutes(1));
    private static final Requests.Rate STATUSES = new Requests.Rate(50, Duration.ofSeconds(10));

    private final FashnApi api;
    private final ApiKey key;
    private final Requests runs;
    private final Requests statuses;
    private final Following following;

    FashnClient(FashnSettings settings) {
        key = ApiKey.of(FashnSettings.PREFIX, settings);
        api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(FashnApi.class);
        runs = Requests.once(settings, RUNS);
        statuses = Requests.repeatable(settings, STATUSES);
        following = new Following(settings);
    }

    /** Makes one prediction, or follows that of an earlier attempt, and collects what it has made from its URL. */
    <T> Uni<T> predict(String model, Uni<Map<String, Object>> inputs, Call call, Function<URI, Uni<T>> collect) {
        return following.follow(new Predictions(model, inputs, call), call, collect);
    }

    private final class Predictions implements RemoteJobs<URI> {

        private final String model;
        private final Uni<Map<String, Object>> inputs;
        private final Call call;

        private Predictions(String model, Uni<Map<String, Object>> inputs, Call call) {
            this.model = model;
            this.inputs = inputs;
            this.call = call;
        }

        @Override
        public Uni<String> submit() {
            return inputs.map(given -> new FashnApi.Run(model, given))
                    .flatMap(run -> runs.send(() -> api.run(key.bearer(), call.traceparent(), run)))
                    .map(FashnApi.Accepted::id);
        }

        @Override
        public Uni<Look<URI>> look(String job) {
            return statuses.send(() -> api.status(key.bearer(), call.traceparent(), job))
                    .map(this::look);
        }

        @Override
        public Uni<Void> cancel(String job) {
            return Uni.createFrom().voidItem();
        }

        private Look<URI> look(Prediction prediction) {
            return switch (prediction.status()) {
                case "starting", "in_queue" -> new Look.Waiting<>();
                case "processing" -> new Look.Running<>(0);
                case "completed" -> completed(prediction.output());
                case "failed" -> new Look.Failed<>(FashnFailure.of(prediction.error()));
                case "time_out" -> new Look.Failed<>(Failures.of(FailureCode.TIMEOUT, "the prediction timed out"));
                case "canceled" ->
                    new Look.Failed<>(Failures.of(FailureCode.TRANSIENT, "somebody cancelled the prediction"));
                default ->
                    throw Failures.of(FailureCode.INTERNAL, "an unknown state of a prediction: " + prediction.status());
            };
        }

        private Look<URI> completed(@Nullable List<String> output) {
            return output == null || output.isEmpty()
                    ? new Look.Failed<>(Failures.of(FailureCode.TRANSIENT, "the prediction has no output"))
                    : new Look.Done<>(URI.create(output.get(0)));
        }
    }
}
