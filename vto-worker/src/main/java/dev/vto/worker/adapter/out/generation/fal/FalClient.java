package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.fal.FalApi.Made;
import dev.vto.worker.adapter.out.generation.fal.FalApi.Output;
import dev.vto.worker.adapter.out.generation.fal.FalApi.Status;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import dev.vto.worker.adapter.out.generation.remote.Work;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Requests in fal's queue, by the paths of their models. A request is known by the path of the URL that fal gives it,
 * without the host: the key goes nowhere but to the host that is configured.
 */
final class FalClient implements RemoteJobs<String> {

    static final String PROVIDER = "fal";

    /** fal names no limit, since its queue takes all; this one bounds what a defect of ours could do. */
    private static final Requests.Rate RATE = new Requests.Rate(200, Duration.ofSeconds(10));

    private static final Pattern REQUEST = Pattern.compile("[^/]+/[^/]+/requests/[^/]+$");
    private static final String EXPIRY = "{\"expiration_duration_seconds\":86400}";
    private static final long SHORTEST_START = 2;

    private final FalApi api;
    private final ApiKey key;
    private final String base;
    private final long startWithin;
    private final Requests submits;
    private final Requests looks;
    private final Requests results;

    FalClient(FalSettings settings) {
        key = ApiKey.of(FalSettings.PREFIX, settings);
        base = settings.url() + "/";
        startWithin = Math.max(SHORTEST_START, settings.timeout().toSeconds());
        api = RestClients.of(FalApi.class, settings.url(), settings);
        submits = Requests.once(settings, RATE);
        looks = Requests.repeatable(settings, RATE);
        // An error may be the model's own answer, which stays the same.
        results = Requests.once(settings, RATE);
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Uni<String> submit(Work<String> work) {
        return work.input()
                .flatMap(input -> submits.send(
                        () -> api.submit(base + work.model(), headers(work.traceparent()), startWithin, EXPIRY, input)))
                .map(accepted -> request(accepted.responseUrl()));
    }

    private static String request(URI url) {
        Matcher path = REQUEST.matcher(url.getPath());
        if (!path.find()) {
            throw Failures.of(FailureCode.INTERNAL, "a request has the URL " + url);
        }
        return path.group();
    }

    @Override
    public Uni<Look> look(String request, Work<String> work) {
        return looks.send(() -> api.status(base + request, headers(work.traceparent())))
                .flatMap(status -> switch (status.status()) {
                    case "IN_QUEUE" -> Uni.createFrom().item(new Look.Waiting());
                    case "IN_PROGRESS" -> Uni.createFrom().item(new Look.Running(0));
                    case "COMPLETED" -> completed(request, status, work);
                    default ->
                        throw Failures.of(FailureCode.INTERNAL, "an unknown state of a request: " + status.status());
                });
    }

    /** That a request is over (400 ALREADY_COMPLETED) or unknown (404 NOT_FOUND) is no error. */
    @Override
    public Uni<Void> cancel(String request, @Nullable String traceparent) {
        return looks.send(() -> api.cancel(base + request, headers(traceparent)))
                .onFailure(failure -> Failures.isOneOf(failure, FailureCode.INVALID_INPUT, FailureCode.RESULT_EXPIRED))
                .recoverWithNull();
    }

    private CallHeaders headers(@Nullable String traceparent) {
        return new CallHeaders(key.header("Key"), traceparent);
    }

    /** There is no state of failure: how a model has failed is answered in place of its result. */
    private Uni<Look> completed(String request, Status status, Work<String> work) {
        return results.send(() -> api.result(base + request, headers(work.traceparent())))
                .map(FalClient::made)
                .onFailure(FalError::isTooEarly)
                .recoverWithItem(new Look.Running(0))
                .onFailure(failure -> status.error() != null || FalError.isVerdict(failure))
                .recoverWithItem(failure -> new Look.Failed((GenerationFailed) failure));
    }

    private static Look made(Output output) {
        if (isUnsafe(output)) {
            return new Look.Failed(Failures.of(FailureCode.MODERATED, "the model says has_nsfw_concepts"));
        }
        return Stream.of(of(output.image()), of(output.images()), of(output.video()))
                .flatMap(List::stream)
                .findFirst()
                .<Look>map(made -> new Look.Done(made.url()))
                .orElseGet(() -> new Look.Failed(Failures.of(FailureCode.TRANSIENT, "the request has made nothing")));
    }

    private static boolean isUnsafe(Output output) {
        return output.unsafe() != null
                && Stream.concat(
                                Stream.of(output.unsafe()),
                                StreamSupport.stream(output.unsafe().spliterator(), false))
                        .anyMatch(flag -> flag.isBoolean() && flag.booleanValue());
    }

    private static List<Made> of(@Nullable Made made) {
        return made == null ? List.of() : List.of(made);
    }

    private static List<Made> of(@Nullable List<Made> made) {
        return made == null ? List.of() : made;
    }
}
