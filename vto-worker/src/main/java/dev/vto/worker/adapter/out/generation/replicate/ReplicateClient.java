package dev.vto.worker.adapter.out.generation.replicate;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.ModelAnswer;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import dev.vto.worker.adapter.out.generation.remote.Work;
import dev.vto.worker.adapter.out.generation.replicate.ReplicateApi.Create;
import dev.vto.worker.adapter.out.generation.replicate.ReplicateApi.Prediction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replicate's predictions, whatever they are of. */
final class ReplicateClient implements RemoteJobs<ReplicateModel> {

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

    ReplicateClient(ReplicateSettings settings) {
        key = ApiKey.of(ReplicateSettings.PREFIX, settings);
        cancelAfter = Math.max(SHORTEST_DEADLINE, settings.timeout().toSeconds()) + "s";
        api = RestClients.of(ReplicateApi.class, settings.url(), settings);
        creates = Requests.once(settings, CREATES);
        others = Requests.repeatable(settings, OTHERS);
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Uni<String> submit(Work<ReplicateModel> work) {
        return work.input()
                .map(input -> new Create(work.model().version(), input))
                .flatMap(create -> creates.send(() -> create(create, work)))
                .map(Prediction::id);
    }

    private Uni<Prediction> create(Create create, Work<ReplicateModel> work) {
        ReplicateModel model = work.model();
        CallHeaders headers = headers(work.traceparent());
        return model.version() == null
                ? api.createOfficial(headers, cancelAfter, model.owner(), model.name(), create)
                : api.create(headers, cancelAfter, create);
    }

    @Override
    public Uni<Look> look(String prediction, Work<ReplicateModel> work) {
        return others.send(() -> api.get(headers(work.traceparent()), prediction))
                .map(ReplicateClient::look);
    }

    @Override
    public Uni<Void> cancel(String prediction, @Nullable String traceparent) {
        return others.send(() -> api.cancel(headers(traceparent), prediction))
                .onFailure(failure -> Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                .recoverWithNull()
                .replaceWithVoid();
    }

    private CallHeaders headers(@Nullable String traceparent) {
        return new CallHeaders(key.bearer(), traceparent);
    }

    private static Look look(Prediction prediction) {
        return switch (prediction.status()) {
            case "starting" -> new Look.Waiting();
            case "processing" -> new Look.Running(fraction(prediction.logs()));
            case "succeeded" -> succeeded(prediction);
            case "failed" -> new Look.Failed(ReplicateFailure.of(prediction.error()));
            case "aborted" -> new Look.Failed(Failures.of(FailureCode.TIMEOUT, "the prediction did not begin in time"));
            case "canceled" -> new Look.Failed(Failures.of(FailureCode.TRANSIENT, "the prediction was cancelled"));
            default ->
                throw Failures.of(FailureCode.INTERNAL, "an unknown state of a prediction: " + prediction.status());
        };
    }

    private static Look succeeded(Prediction prediction) {
        if (prediction.dataRemoved()) {
            return new Look.Failed(Failures.of(FailureCode.RESULT_EXPIRED, "the output has been removed"));
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
