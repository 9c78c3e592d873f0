package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs.Look;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * Follows a job of a backend to its result: that of an earlier attempt where there is one, and a new one otherwise. Who
 * stops following stops nothing at the backend, since another may go on from where we are.
 */
final class Following<M> {

    /** Progress that a backend does not tell is told by stages: waiting, running, made; the rest is bringing it here. */
    private static final double WAITING = 0.05;

    private static final double RUNNING = 0.1;
    private static final double MADE = 0.9;

    private final RemoteJobs<M> jobs;
    private final Duration poll;
    private final Duration timeout;

    Following(RemoteJobs<M> jobs, RemoteSettings settings) {
        this.jobs = jobs;
        this.poll = settings.poll();
        this.timeout = settings.timeout();
    }

    /** @param collect brings here what was made */
    <T> Uni<T> follow(Work<M> work, Function<URI, Uni<T>> collect) {
        Call call = work.call();
        return Uni.createFrom()
                .deferred(() ->
                        call.backendJob().map(kept -> jobs.resume(kept, work)).orElseGet(() -> submit(work)))
                .invoke(() -> call.at(WAITING))
                .flatMap(job -> result(job, work))
                .flatMap(file -> collect.apply(file))
                .onFailure(Following::isGone)
                .call(call::forget);
    }

    /** Nothing is to be had of a job any more that the backend does not know, or whose result it has removed. */
    private static boolean isGone(Throwable failure) {
        return Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED);
    }

    private Uni<String> submit(Work<M> work) {
        return jobs.submit(work).call(job -> work.call()
                .submitted(job)
                // A job that nobody will know is not to run on.
                .onFailure()
                .call(() -> stop(job, work)));
    }

    private Uni<Void> stop(String job, Work<M> work) {
        return jobs.cancel(job, work.traceparent()).onFailure().recoverWithNull();
    }

    private Uni<URI> result(String job, Work<M> work) {
        return Multi.createBy()
                .repeating()
                .uni(() -> jobs.look(job, work))
                .withDelay(poll)
                .whilst(look -> !look.isOver())
                .invoke(look -> work.call().at(progress(look)))
                .collect()
                .last()
                .ifNoItem()
                .after(timeout)
                .recoverWithUni(() -> stop(job, work)
                        .replaceWith(new Look.Failed(Failures.of(
                                FailureCode.TIMEOUT, "the backend's job " + job + " took longer than " + timeout))))
                .flatMap(look -> ended(look, work.call()));
    }

    private static Uni<URI> ended(Look look, Call call) {
        if (look instanceof Look.Done done) {
            return Uni.createFrom().item(done.file());
        }
        GenerationFailed failure = ((Look.Failed) look).failure();
        return call.forget().chain(() -> Uni.createFrom().failure(failure));
    }

    private static double progress(Look look) {
        if (look instanceof Look.Waiting) {
            return WAITING;
        }
        return look instanceof Look.Running running ? RUNNING + (MADE - RUNNING) * running.fraction() : MADE;
    }
}
