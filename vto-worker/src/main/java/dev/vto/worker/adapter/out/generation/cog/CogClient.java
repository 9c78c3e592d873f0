package dev.vto.worker.adapter.out.generation.cog;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.cog.CogApi.Create;
import dev.vto.worker.adapter.out.generation.cog.CogApi.Prediction;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.ModelAnswer;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import dev.vto.worker.adapter.out.generation.remote.Work;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cog's predictions, of the one model that it serves. One is the answer to its own request: there is no queue, and
 * nothing to ask for where a prediction is. So a look at it is that request, which waits for the end; who goes away
 * before it stops the prediction.
 */
final class CogClient implements RemoteJobs<String> {

    static final String PROVIDER = "cog";

    /** Cog names no limit; this one bounds what a defect of ours could do. */
    private static final Requests.Rate RATE = new Requests.Rate(200, Duration.ofSeconds(10));

    private final CogApi api;
    private final Optional<ApiKey> key;
    private final Duration answersWithin;
    private final Requests requests;

    CogClient(CogSettings settings) {
        key = ApiKey.ifAny(CogSettings.PREFIX, settings);
        answersWithin = settings.readTimeout();
        api = RestClients.of(
                CogApi.class, settings.url(), settings, settings.timeout().plus(answersWithin));
        requests = Requests.repeatable(settings, RATE);
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Uni<String> submit(Work<String> work) {
        return Uni.createFrom().item(() -> UUID.randomUUID().toString());
    }

    @Override
    public Uni<Look> look(String prediction, Work<String> work) {
        return work.input()
                .map(Create::new)
                .flatMap(create -> requests.send(() -> api.predict(headers(work.traceparent()), prediction, create)))
                .onCancellation()
                .invoke(() -> abandon(prediction, work))
                .flatMap(answer -> isOver(answer)
                        ? Uni.createFrom().item(look(answer))
                        // The request that waited for it is lost, and its answer with it: make way for another.
                        : cancel(prediction, work.traceparent()).replaceWith(new Look.Running(0)));
    }

    /** Its answer cannot be had any more. Where this fails too, the next attempt finds it running and stops it. */
    private void abandon(String prediction, Work<String> work) {
        cancel(prediction, work.traceparent()).subscribe().with(stopped -> {}, failure -> {});
    }

    /** That a prediction is over, and so unknown, is no error. */
    @Override
    public Uni<Void> cancel(String prediction, @Nullable String traceparent) {
        return requests.send(() -> api.cancel(headers(traceparent), prediction))
                .ifNoItem()
                .after(answersWithin)
                .failWith(() -> Failures.of(FailureCode.TRANSIENT, "no answer to a cancel within " + answersWithin))
                .onFailure(failure -> Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                .recoverWithNull();
    }

    private CallHeaders headers(@Nullable String traceparent) {
        return new CallHeaders(key.map(ApiKey::bearer).orElse(null), traceparent);
    }

    private static boolean isOver(Prediction prediction) {
        return !prediction.status().equals("starting") && !prediction.status().equals("processing");
    }

    private static Look look(Prediction prediction) {
        return switch (prediction.status()) {
            case "succeeded" -> ModelAnswer.succeeded(prediction.output());
            case "failed" -> new Look.Failed(ModelAnswer.failed(prediction.error()));
            case "canceled" -> new Look.Failed(Failures.of(FailureCode.TRANSIENT, "the prediction was cancelled"));
            default ->
                throw Failures.of(FailureCode.INTERNAL, "an unknown state of a prediction: " + prediction.status());
        };
    }
}
