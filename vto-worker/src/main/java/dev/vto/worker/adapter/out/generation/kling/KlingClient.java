package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.kling.KlingApi.Answer;
import dev.vto.worker.adapter.out.generation.kling.KlingApi.Made;
import dev.vto.worker.adapter.out.generation.kling.KlingApi.Task;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import dev.vto.worker.adapter.out.generation.remote.Work;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kling's tasks, whatever they are of. It has no call to cancel one. A task is found by a name of ours too: that is kept
 * before the submit, so that an answer which is lost costs no second task.
 */
final class KlingClient implements RemoteJobs<KlingTask> {

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

    KlingClient(KlingSettings settings) {
        tokens = KlingTokens.of(settings);
        api = RestClients.of(KlingApi.class, settings.url(), settings);
        creates = Requests.once(settings, RATE);
        looks = Requests.repeatable(settings, RATE);
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Uni<String> submit(Work<KlingTask> work) {
        String name = OURS + UUID.randomUUID();
        return work.call().submitted(name).chain(() -> create(name, work));
    }

    @Override
    public Uni<String> resume(String kept, Work<KlingTask> work) {
        return kept.startsWith(OURS)
                ? find(kept, work)
                        .map(Task::id)
                        .onFailure(failure -> Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                        .recoverWithUni(() -> create(kept, work))
                        .call(work.call()::submitted)
                : Uni.createFrom().item(kept);
    }

    @Override
    public Uni<Look> look(String id, Work<KlingTask> work) {
        return find(id, work).map(KlingClient::look);
    }

    private Uni<String> create(String name, Work<KlingTask> work) {
        KlingTask kind = work.model();
        return work.input()
                .map(input -> named(name, input))
                .flatMap(input -> ask(creates, () -> api.create(headers(work), kind.media(), kind.action(), input)))
                .map(Task::id)
                // Where nothing is asked for yet, what does not exist is what our settings name.
                .onFailure(failure -> Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED))
                .transform(failure -> Failures.of(FailureCode.INTERNAL, failure.getMessage()));
    }

    private static Map<String, Object> named(String name, Map<String, Object> input) {
        Map<String, Object> named = new HashMap<>(input);
        named.put("external_task_id", name);
        return named;
    }

    private Uni<Task> find(String id, Work<KlingTask> work) {
        KlingTask kind = work.model();
        return ask(looks, () -> api.find(headers(work), kind.media(), kind.action(), id))
                // All that can be wrong with the question is that there is no such task.
                .onFailure(failure -> Failures.isOneOf(failure, FailureCode.INVALID_INPUT))
                .transform(failure -> Failures.of(FailureCode.RESULT_EXPIRED, failure.getMessage()));
    }

    private static Uni<Task> ask(Requests requests, Supplier<Uni<Answer>> request) {
        return requests.send(() -> request.get().map(KlingClient::task));
    }

    private CallHeaders headers(Work<KlingTask> work) {
        return new CallHeaders(tokens.bearer(), work.traceparent());
    }

    private static Task task(Answer answer) {
        if (answer.code() != 0 || answer.data() == null) {
            throw KlingFailure.of(answer.code(), answer.message());
        }
        return answer.data();
    }

    private static Look look(Task task) {
        return switch (task.status()) {
            case "submitted" -> new Look.Waiting();
            case "processing" -> new Look.Running(0);
            case "succeed" ->
                made(task)
                        .<Look>map(made -> new Look.Done(made.url()))
                        .findFirst()
                        .orElseGet(
                                () -> new Look.Failed(Failures.of(FailureCode.TRANSIENT, "the task has made nothing")));
            case "failed" -> new Look.Failed(KlingFailure.ofTask(task.statusMessage()));
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
