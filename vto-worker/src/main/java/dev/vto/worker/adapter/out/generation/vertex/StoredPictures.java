package dev.vto.worker.adapter.out.generation.vertex;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Pictures that Vertex AI has left in Cloud Storage. */
final class StoredPictures {

    private static final Logger LOG = Logger.getLogger(StoredPictures.class);

    /** Cloud Storage names no limit that we could reach; this one bounds what a defect of ours could do. */
    private static final Requests.Rate RATE = new Requests.Rate(200, Duration.ofSeconds(10));

    private final VertexTokens tokens;
    private final StorageApi api;
    private final Requests requests;

    StoredPictures(VertexSettings settings, VertexTokens tokens) {
        this.tokens = tokens;
        this.api = RestClients.of(StorageApi.class, settings.storageUrl(), settings);
        this.requests = Requests.repeatable(settings, RATE);
    }

    /**
     * Brings a picture here and removes it there. One that cannot be removed, as where the account may not, is no
     * failure: the log names it.
     *
     * @param uri as {@code gs://bucket/folder/name}
     */
    Uni<byte[]> take(String uri) {
        String[] place = uri.replaceFirst("^gs://", "").split("/", 2);
        return send(headers -> api.get(headers, place[0], place[1], "media"))
                .call(() -> send(headers -> api.delete(headers, place[0], place[1]))
                        .onFailure(failure -> !Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                        .invoke(failure -> LOG.warnf("%s stays where it is: %s", uri, failure.getMessage()))
                        .onFailure()
                        .recoverWithNull());
    }

    private <T> Uni<T> send(Function<CallHeaders, Uni<T>> request) {
        return requests.send(() -> tokens.bearer().flatMap(bearer -> request.apply(new CallHeaders(bearer, null))));
    }
}
