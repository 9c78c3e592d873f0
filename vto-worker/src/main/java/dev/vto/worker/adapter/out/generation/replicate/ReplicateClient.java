package dev.vto.worker.adapter.out.generation.replicate;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.Following;
import dev.vto.worker.adapter.out.generation.remote.ModelAnswer;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.replicate.ReplicateApi.Create;
import dev.vto.worker.adapter.out.generation.replicate.ReplicateApi.Prediction;
import dev.vto.worker.application.port.Call;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replicate's predictions, whatever they are of. */
final class ReplicateClient {

    static final String PROVIDER = "replicate";

    private static final Requests.Rate CREATES = new Requests.Rate(600, Duration.ofMinutes(1));
    private static final Requests.Rate OTHERS = new Requests.Rate(3000, Duration.ofMinutes(1));
    private static final long SHORTEST_DEADLINE = 5;

    /** How far a model is, in the way of the progress bars of tqdm. */
    private static final Pattern PERCENT = Pattern.compile("\\b([0-9]{1,3})%\\|");

    private final ReplicateApi api;
    private final ApiKey key;
    private final String cancelAfter;
    private final Requests creates;
    private final Requests others;
    private final Following following;

    ReplicateClient(ReplicateSettings settings) {
        key = ApiKey.of(ReplicateSettings.PREFIX, settings);
        cancelAfter = Math.max(SHORTEST_DEADLINE, settings.timeout().toSeconds()) + "s";
        api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(ReplicateApi.class);
        creates = Requests.once(settings, CREATES);
        others = Requests.repeatable(settings, OTHERS);
        following = new Following(settings);
    }

    /** Makes one prediction, or follows that of an earlier attempt, and collects what it has made from its URL. */
    <T> Uni<T> predict(ReplicateModel model, Uni<Map<String, Object>> input, Call call, Function<URI, Uni<T>> collect) {
        return following.follow(new Predictions(model, input, call), call, collect);
    }

    /** Stops a prediction; one that is over stays as it is, and one that is unknown is no error. */
    Uni<Void> cancel(String prediction) {
        return others.send(() -> api.cancel(key.bearer(), prediction))
                .onFailure(failure -> Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                .recoverWithNull()
                .replaceWithVoid();
    }

    private final class Predictions implements RemoteJobs<URI> {

        private final ReplicateModel model;
        private final Uni<Map<String, Object>> input;
        private final Call call;

        private Predictions(ReplicateModel model, Uni<Map<String, Object>> input, Call call) {
            this.model = model;
            this.input = input;
            this.call = call;
        }

        @Override
        public Uni<String> submit() {
            return input.map(given -> new Create(model.version(), given))
                    .flatMap(create -> creates.send(() -> create(create)))
                    .map(Prediction::id);
        }

        private Uni<Prediction> create(Create create) {
            return model.version() == null
                    ? api.createOfficial(
                            key.bearer(), call.traceparent(), cancelAfter, model.owner(), model.name(), create)
                    : api.create(key.bearer(), call.traceparent(), cancelAfter, create);
        }

        @Override
        public Uni<Look<URI>> look(String prediction) {
            return others.send(() -> api.get(key.bearer(), call.traceparent(), prediction))
                    .map(Predictions::look);
        }

        @Override
        public Uni<Void> cancel(String prediction) {
            return ReplicateClient.this.cancel(prediction);
        }

        private static Look<URI> look(Prediction prediction) {
            return switch (prediction.status()) {
                case "starting" -> new Look.Waiting<>();
                case "processing" -> new Look.Running<>(fraction(prediction.logs()));
                case "succeeded" -> succeeded(prediction);
                case "failed" -> new Look.Failed<>(ReplicateFailure.of(prediction.error()));
                case "aborted" ->
                    new Look.Failed<>(Failures.of(FailureCode.TIMEOUT, "the prediction did not begin in time"));
                case "canceled" ->
                    new Look.Failed<>(Failures.of(FailureCode.TRANSIENT, "the prediction was cancelled"));
                default ->
                    throw Failures.of(FailureCode.INTERNAL, "an unknown state of a prediction: " + prediction.status());
            };
        }

        private static Look<URI> succeeded(Prediction prediction) {
            if (prediction.dataRemoved()) {
                return new Look.Failed<>(Failures.of(FailureCode.RESULT_EXPIRED, "the output has been removed"));
            }
            return ModelAnswer.succeeded(prediction.output());
        }

        private static double fraction(@Nullable String logs) {
            double fraction = 0;
            Matcher percent = PERCENT.matcher(logs == null ? "" : logs);
            while (percent.find()) {
                fraction = Math.min(1, Integer.parseInt(percent.group(1)) / 100.0);
            }
            return fraction;
        }
    }
}
