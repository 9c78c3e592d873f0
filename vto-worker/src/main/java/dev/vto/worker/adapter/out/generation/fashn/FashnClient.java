package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.fashn.FashnApi.Prediction;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import dev.vto.worker.adapter.out.generation.remote.Work;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FASHN's predictions, by the names of their models. It has neither a call to cancel one nor a key of idempotency. */
final class FashnClient implements RemoteJobs<String> {

    static final String PROVIDER = "fashn";

    private static final Requests.Rate RUNS = new Requests.Rate(50, Duration.ofMinutes(1));
    private static final Requests.Rate STATUSES = new Requests.Rate(50, Duration.ofSeconds(10));

    private final FashnApi api;
    private final ApiKey key;
    private final Requests runs;
    private final Requests statuses;

    FashnClient(FashnSettings settings) {
        key = ApiKey.of(FashnSettings.PREFIX, settings);
        api = RestClients.of(FashnApi.class, settings.url(), settings);
        runs = Requests.once(settings, RUNS);
        statuses = Requests.repeatable(settings, STATUSES);
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Uni<String> submit(Work<String> work) {
        return work.input()
                .map(inputs -> new FashnApi.Run(work.model(), inputs))
                .flatMap(run -> runs.send(() -> api.run(headers(work), run)))
                .map(FashnApi.Accepted::id);
    }

    @Override
    public Uni<Look> look(String job, Work<String> work) {
        return statuses.send(() -> api.status(headers(work), job)).map(FashnClient::look);
    }

    private CallHeaders headers(Work<String> work) {
        return new CallHeaders(key.bearer(), work.traceparent());
    }

    private static Look look(Prediction prediction) {
        return switch (prediction.status()) {
            case "starting", "in_queue" -> new Look.Waiting();
            case "processing" -> new Look.Running(0);
            case "completed" -> completed(prediction.output());
            case "failed" -> new Look.Failed(FashnFailure.of(prediction.error()));
            case "time_out" -> new Look.Failed(Failures.of(FailureCode.TIMEOUT, "the prediction timed out"));
            case "canceled" -> new Look.Failed(Failures.of(FailureCode.TRANSIENT, "somebody cancelled the prediction"));
            default ->
                throw Failures.of(FailureCode.INTERNAL, "an unknown state of a prediction: " + prediction.status());
        };
    }

    private static Look completed(@Nullable List<String> output) {
        return output == null || output.isEmpty()
                ? new Look.Failed(Failures.of(FailureCode.TRANSIENT, "the prediction has no output"))
                : new Look.Done(URI.create(output.get(0)));
    }
}
