package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fake.InMemoryJobQueue;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queue in PostgreSQL beside its model in memory: both take each step, and must answer and look the same. */
final class ModelledQueue {

    /** Time passes in steps of hours: beside them, that which the test itself takes is nothing. */
    private static final int STEP_HOURS = 10;

    private static final Duration LEASE = Duration.ofHours(3 * STEP_HOURS + STEP_HOURS / 2);
    private static final Duration BACKOFF = Duration.ofHours(STEP_HOURS + STEP_HOURS / 2);
    private static final int MAX_LOSSES = 2;
    private static final Set<JobKind> ALL = Set.of(JobKind.values());
    private static final Set<JobKind> PICTURES = Set.of(JobKind.IMAGE);

    private static final String EVERYTHING =
            """
            SELECT string_agg(concat_ws(' ', j.status, j.claim, j.attempt, j.losses, round(j.progress::numeric, 1),
                coalesce(j.error_code, '-'),
                (SELECT count(*) FROM generate_img WHERE job_id = j.id)
                  + (SELECT count(*) FROM marketing_letter WHERE job_id = j.id),
                (SELECT count(*) FROM outbox_event
                 WHERE aggregateid = j.id::text AND type = 'vto.job.requested.v1'),
                (SELECT json_agg(split_part(type, '.', 3) ORDER BY seq) FROM outbox_event
                 WHERE aggregateid = j.id::text AND type <> 'vto.job.requested.v1'),
                (SELECT json_agg(claim || ':' || outcome ORDER BY claim) FROM job_attempt WHERE job_id = j.id)),
              E'\\n' ORDER BY j.rank)
            FROM vto_job j
            """;

    private final PostgresJobTable table;
    private final InMemoryJobQueue model = new InMemoryJobQueue();
    private final Map<NewJob, Story> stories = new LinkedHashMap<>();
    private final List<ClaimedJob> runs = new ArrayList<>();

    ModelledQueue(PostgresJobTable table) {
        this.table = table;
    }

    /** @throws AssertionError if PostgreSQL and the model part ways */
    void take(Step step) {
        int choice = step.choice();
        switch (step.act()) {
            case SUBMIT -> submit(choice);
            case CLAIM -> claim(ALL, 1 + choice % 3);
            case CLAIM_PICTURES -> claim(PICTURES, 1 + choice % 3);
            case BEAT -> beat(choice);
            case SUCCEED -> end(choice, "succeeded", (queue, run) -> queue.succeed(run, results(run)));
            case FAIL -> end(choice, "failed", (queue, run) -> queue.fail(run, Results.failure(FailureCode.MODERATED)));
            case RETRY_LATER ->
                end(
                        choice,
                        "retrying",
                        (queue, run) -> queue.retryLater(run, Results.failure(FailureCode.CAPACITY), BACKOFF));
            case HAND_BACK -> end(choice, "interrupted", JobQueue::handBack);
            case CANCEL -> cancel(choice);
            case PASS -> {
                Duration time = Duration.ofHours((long) STEP_HOURS * (1 + choice % 4));
                table.pass(time);
                model.pass(time);
            }
            case SWEEP -> sweep();
        }
        String said = stories.entrySet().stream()
                .map(story -> story.getValue().with(model.state(story.getKey().id())))
                .collect(Collectors.joining("\n"));
        assertThat(String.valueOf(table.database().one(EVERYTHING)))
                .as("after %s", step)
                .isEqualTo(said.isEmpty() ? "null" : said);
    }

    private interface End {
        Uni<Ended> of(JobQueue queue, ClaimedJob run);
    }

    /** Only a few jobs wait or run at once, so that things happen to them. */
    private void submit(int choice) {
        if (stories.keySet().stream()
                        .filter(job -> !state(job).status().ended())
                        .count()
                < 4) {
            NewJob job = (choice % 2 == 0 ? NewJob.anImageJob() : NewJob.aLetterJob(NewJob.Owner.any()))
                    .withRank(stories.size());
            table.submit(job);
            model.submit(job);
            stories.put(job, new Story());
        }
    }

    private void claim(Set<JobKind> kinds, int most) {
        List<ClaimedJob> claimed = same(kinds, queue -> queue.claim(most)
                .map(jobs -> jobs.stream().map(ModelledQueue::asIfAtOnce).toList()));
        runs.addAll(claimed);
        claimed.forEach(run -> story(run).event("started"));
    }

    /** The model's clock stands still between steps, PostgreSQL's does not. */
    private static ClaimedJob asIfAtOnce(ClaimedJob job) {
        return new ClaimedJob(
                job.id(),
                job.claim(),
                job.attempt(),
                job.maxAttempts(),
                job.ownerId(),
                job.projectId(),
                job.productId(),
                job.spec(),
                Duration.ZERO,
                job.traceparent());
    }

    private void beat(int choice) {
        Map<ClaimedJob, Double> beats = new LinkedHashMap<>();
        for (ClaimedJob run : runs.subList(Math.max(0, runs.size() - 4), runs.size())) {
            beats.put(run, choice / 10.0);
        }
        Map<NewJob, JobState> before = states();
        same(ALL, queue -> queue.heartbeat(beats));
        stories.forEach((job, story) -> {
            if (state(job).progress() != before.get(job).progress()) {
                story.event("progressed");
            }
        });
    }

    /** Of any run that there ever was, mostly one of the last. */
    private void end(int choice, String outcome, End end) {
        if (!runs.isEmpty()) {
            ClaimedJob run = runs.get(Math.max(0, runs.size() - 1 - choice));
            JobState before = model.state(run.id());
            same(ALL, queue -> end.of(queue, run));
            JobState after = model.state(run.id());
            if (!after.equals(before)) {
                boolean canceled =
                        outcome.equals("succeeded") && after.status().name().equals("CANCELED");
                story(run).left(run.claim(), canceled ? "canceled" : outcome, after);
            }
        }
    }

    private void cancel(int choice) {
        List<NewJob> jobs = List.copyOf(stories.keySet());
        if (!jobs.isEmpty()) {
            NewJob job = jobs.get(Math.max(0, jobs.size() - 1 - choice));
            table.requestCancel(job.id());
            model.requestCancel(job.id());
        }
    }

    private void sweep() {
        Map<NewJob, JobState> before = states();
        Set<NewJob> inBackoff = stories.keySet().stream()
                .filter(job -> model.inBackoff(job.id()))
                .collect(Collectors.toSet());
        same(ALL, queue -> queue.sweep(LEASE, MAX_LOSSES).map(swept -> Map.of(swept.due(), Set.copyOf(swept.lost()))));
        stories.forEach((job, story) -> {
            if (state(job).losses() > before.get(job).losses()) {
                story.left(state(job).claim(), "lost", state(job));
            } else if (inBackoff.contains(job) && !model.inBackoff(job.id())) {
                story.rung();
            }
        });
    }

    /** What both answer. */
    private <T> T same(Set<JobKind> kinds, Function<JobQueue, Uni<T>> question) {
        T real = question.apply(table.queue(kinds)).await().atMost(Duration.ofSeconds(10));
        T said = question.apply(model.queue(kinds)).await().indefinitely();
        assertThat(real).isEqualTo(said);
        return said;
    }

    private static Made results(ClaimedJob run) {
        return run.spec().kind() == JobKind.IMAGE ? Results.picture(run) : Results.letter();
    }

    private Story story(ClaimedJob run) {
        return stories.entrySet().stream()
                .filter(story -> story.getKey().id().equals(run.id()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private Map<NewJob, JobState> states() {
        return stories.keySet().stream().collect(Collectors.toMap(job -> job, this::state));
    }

    private JobState state(NewJob job) {
        return model.state(job.id());
    }
}
