package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.kling.KlingApi.Answer;
import dev.vto.worker.adapter.out.generation.kling.KlingApi.Made;
import dev.vto.worker.adapter.out.generation.kling.KlingApi.Task;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.Following;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.application.port.Call;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kling's tasks, whatever they are of. It has no call to cancel one. A task is found by a name of ours too: that is kept
 * before the submit, so that an answer which is lost costs no second task.
 */
final class KlingClient {

    static final String PROVIDER = "kling";

    static final int LARGEST_PHOTO = 10_000_000;

    /** Begins the names that are ours; Kling's are digits. */
    private static final String OURS = "vto-";

    /** Kling counts tasks that run, and names no limit of requests; this one bounds what a defect of ours could do. */
    private static final Requests.Rate RATE = new Requests.Rate(200, Duration.ofSeconds(10));

    private final KlingApi api;
    private final KlingTokens tokens;
    private final Requests creates;
    private final Requests looks;
    private final Following following;

    KlingClient(KlingSettings settings) {
        tokens = KlingTokens.of(settings);
        api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(KlingApi.class);
        creates = Requests.once(settings, RATE);
        looks = Requests.repeatable(settings, RATE);
        following = new Following(settings);
    }

    /** Has one thing made, or follows the task of an earlier attempt, and collects what it has made from its URL. */
    <T> Uni<T> make(KlingTask kind, Uni<Map<String, Object>> input, Call call, Function<URI, Uni<T>> collect) {
        return following.follow(new Tasks(kind, input, call), call, collect);
    }

    private final class Tasks implements RemoteJobs<URI> {

        private final KlingTask kind;
        private final Uni<Map<String, Object>> input;
        private final Call call;

        private Tasks(KlingTask kind, Uni<Map<String, Object>> input, Call call) {
            this.kind = kind;
            this.input = input;
            this.call = call;
        }

        @Override
        public Uni<String> submit() {
            String name = OURS + UUID.randomUUID();
            return call.submitted(name).chain(() -> create(name));
        }

        @Override
        public Uni<String> resume(String kept) {
            return kept.startsWith(OURS)
                    ? find(kept)
                            .map(Task::id)
                            .onFailure(failure -> Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                            .recoverWithUni(() -> create(kept))
                            .call(call::submitted)
                    : Uni.createFrom().item(kept);
        }

        @Override
        public Uni<Look<URI>> look(String id) {
            return find(id).map(Tasks::look);
        }

        @Override
        public Uni<Void> cancel(String id) {
            return Uni.createFrom().voidItem();
        }

        private Uni<String> create(String name) {
            return input.map(given -> {
                        Map<String, Object> named = new HashMap<>(given);
                        named.put("external_task_id", name);
                        return named;
                    })
                    .flatMap(named -> ask(
                            creates,
                            () -> api.create(tokens.bearer(), call.traceparent(), kind.media(), kind.action(), named)))
                    .map(Task::id)
                    // Where nothing is asked for yet, what does not exist is what our settings name.
                    .onFailure(failure -> Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                    .transform(failure -> Failures.of(FailureCode.INTERNAL, failure.getMessage()));
        }

        private Uni<Task> find(String id) {
            return ask(looks, () -> api.find(tokens.bearer(), call.traceparent(), kind.media(), kind.action(), id))
                    // All that can be wrong with the question is that there is no such task.
                    .onFailure(failure -> Failures.isOneOf(failure, FailureCode.INVALID_INPUT))
                    .transform(failure -> Failures.of(FailureCode.RESULT_EXPIRED, failure.getMessage()));
        }

        private Uni<Task> ask(Requests requests, Supplier<Uni<Answer>> request) {
            return requests.send(() -> request.get().map(Tasks::task));
        }

        private static Task task(Answer answer) {
            if (answer.code() != 0 || answer.data() == null) {
                throw KlingFailure.of(answer.code(), answer.message());
            }
            return answer.data();
        }

        private static Look<URI> look(Task task) {
            return switch (task.status()) {
                case "submitted" -> new Look.Waiting<>();
                case "processing" -> new Look.Running<>(0);
                case "succeed" ->
                    made(task)
                            .<Look<URI>>map(made -> new Look.Done<>(made.url()))
                            .findFirst()
                            .orElseGet(() ->
                                    new Look.Failed<>(Failures.of(FailureCode.TRANSIENT, "the task has made nothing")));
                case "failed" -> new Look.Failed<>(KlingFailure.ofTask(task.statusMessage()));
                default -> throw Failures.of(FailureCode.INTERNAL, "an unknown state of a task: " + task.status());
            };
        }

        private static Stream<Made> made(Task task) {
            return Stream.ofNullable(task.result())
                    .flatMap(result -> Stream.concat(all(result.images()), all(result.videos())));
        }

        private static Stream<Made> all(@Nullable List<Made> made) {
            return made == null ? Stream.of() : made.stream();
        }
    }
}
