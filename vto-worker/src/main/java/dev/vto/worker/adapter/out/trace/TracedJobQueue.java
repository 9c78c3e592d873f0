package dev.vto.worker.adapter.out.trace;

import dev.vto.shared.adapter.trace.Spans;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.adapter.out.metrics.RunEnd;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import dev.vto.worker.domain.RunId;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A queue whose runs have a span each, below the request that made the job, from their claim to their end; and below that one
 * for writing the end. Jobs come out of it within the span of their run. A run that is lost with its worker leaves none.
 */
public final class TracedJobQueue implements JobQueue {

    private static final AttributeKey<String> KIND = AttributeKey.stringKey("vto.job.kind");
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("vto.job.attempt");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("vto.job.outcome");

    private final JobQueue queue;
    private final Spans spans;
    private final Function<JobKind, String> backends;
    private final Map<RunId, Span> running = new ConcurrentHashMap<>();

    /** @param backends names who makes what jobs of a kind ask for */
    public TracedJobQueue(JobQueue queue, Spans spans, Function<JobKind, String> backends) {
        this.queue = queue;
        this.spans = spans;
        this.backends = backends;
    }

    @Override
    public Uni<List<ClaimedJob>> claim(int most) {
        return queue.claim(most).map(jobs -> jobs.stream().map(this::begun).toList());
    }

    @Override
    public Uni<Set<ClaimedJob>> heartbeat(Map<ClaimedJob, Double> progress) {
        return queue.heartbeat(progress);
    }

    @Override
    public Uni<Ended> succeed(ClaimedJob job, Made made) {
        return ended(job, RunEnd.SUCCEEDED, () -> queue.succeed(job, made));
    }

    @Override
    public Uni<Ended> fail(ClaimedJob job, GenerationFailed failure) {
        return ended(job, RunEnd.failed(failure), () -> queue.fail(job, failure));
    }

    @Override
    public Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return ended(job, RunEnd.retrying(failure), () -> queue.retryLater(job, failure, delay));
    }

    @Override
    public Uni<Ended> handBack(ClaimedJob job) {
        return ended(job, RunEnd.INTERRUPTED, () -> queue.handBack(job));
    }

    @Override
    public Uni<Swept> sweep(Duration lease, int maxLosses) {
        return queue.sweep(lease, maxLosses);
    }

    private ClaimedJob begun(ClaimedJob job) {
        JobKind kind = job.spec().kind();
        Span run = spans.begin("run " + kind, SpanKind.CONSUMER, job.traceparent())
                .setAttribute(Spans.JOB, job.id().toString())
                .setAttribute(KIND, kind.name())
                .setAttribute(ATTEMPT, (long) job.attempt())
                .setAttribute(TracedCalls.BACKEND, backends.apply(kind));
        running.put(job.run(), run);
        return job.within(Spans.traceparent(run));
    }

    private Uni<Ended> ended(ClaimedJob job, RunEnd asked, Supplier<Uni<Ended>> end) {
        Span run = Optional.ofNullable(running.remove(job.run())).orElse(Span.getInvalid());
        Span writing = spans.begin("write back", SpanKind.INTERNAL, job.traceparent());
        return Uni.createFrom().deferred(end::get).onItemOrFailure().invoke((ended, unwritten) -> {
            RunEnd came = unwritten == null ? asked.taken(ended) : RunEnd.LOST;
            if (unwritten != null) {
                Spans.fail(writing, unwritten.getClass().getSimpleName());
            }
            writing.end();
            run.setAttribute(OUTCOME, came.outcome());
            if (!came.errorCode().equals(RunEnd.NO_ERROR)) {
                Spans.fail(run, came.errorCode());
            } else if (came.equals(RunEnd.LOST)) {
                Spans.fail(run, came.outcome());
            }
            run.end();
        });
    }
}
