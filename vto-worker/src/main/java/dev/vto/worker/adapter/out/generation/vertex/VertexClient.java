package dev.vto.worker.adapter.out.generation.vertex;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import dev.vto.worker.adapter.out.generation.vertex.VertexApi.Answer;
import dev.vto.worker.adapter.out.generation.vertex.VertexApi.Made;
import dev.vto.worker.application.port.Call;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Predictions of one model on Vertex AI. It has no jobs: the answer to a request is the picture, or where it is. */
final class VertexClient {

    static final String PROVIDER = "vertex";

    /** Of a project and model in a region, where no more was asked for. */
    private static final Requests.Rate PREDICTIONS = new Requests.Rate(50, Duration.ofMinutes(1));

    private final VertexTokens tokens;
    private final String project;
    private final String location;
    private final String model;
    private final VertexApi api;
    private final StoredPictures stored;
    private final Requests predictions;

    VertexClient(VertexSettings settings) {
        tokens = VertexTokens.of(settings);
        project = settings.project()
                .orElseThrow(() ->
                        new IllegalArgumentException(VertexSettings.PREFIX + ".project is needed for this backend"));
        location = settings.location();
        model = settings.tryonModel();
        URI url = settings.url().orElse(URI.create("https://" + location + "-aiplatform.googleapis.com"));
        api = RestClients.of(VertexApi.class, url, settings);
        stored = new StoredPictures(settings, tokens);
        predictions = Requests.once(settings, PREDICTIONS);
    }

    /** Has one picture made, and brings it here; where it was left in Cloud Storage, it is removed there. */
    Uni<byte[]> predict(VertexApi.Request request, Call call) {
        return predictions
                .send(() -> tokens.bearer()
                        .map(bearer -> new CallHeaders(bearer, call.traceparent()))
                        .flatMap(headers -> api.predict(headers, project, location, model, request)))
                .map(VertexClient::made)
                .flatMap(this::bytes);
    }

    private static Made made(Answer answer) {
        return answer.made()
                .filter(made -> made.bytesBase64Encoded() != null || made.gcsUri() != null)
                .findFirst()
                .orElseThrow(() -> withheld(answer)
                        .map(reason -> Failures.of(FailureCode.MODERATED, reason))
                        .orElseGet(() -> Failures.of(FailureCode.TRANSIENT, "the answer has no picture")));
    }

    private static Optional<String> withheld(Answer answer) {
        return answer.made()
                .flatMap(made -> Stream.ofNullable(made.raiFilteredReason()))
                .findFirst();
    }

    private Uni<byte[]> bytes(Made made) {
        return made.bytesBase64Encoded() == null
                ? stored.take(String.valueOf(made.gcsUri()))
                : Uni.createFrom().item(Base64.getDecoder().decode(made.bytesBase64Encoded()));
    }
}
