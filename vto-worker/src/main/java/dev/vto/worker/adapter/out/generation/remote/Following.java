package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs.Look;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;

/**
 * Follows a job of a backend to its result: that of an earlier attempt where there is one, and a new one otherwise. Who
 * stops following stops nothing at the backend, since another may go on from where we are.
 */
public final class Following {

    /** Progress that a backend does not tell is told by stages: waiting, running, made; the rest is bringing it here. */
    private static final double WAITING = 0.05;

    private static final double RUNNING = 0.1;
    private static final double MADE = 0.9;

    private final Duration poll;
    private final Duration timeout;

    public Following(RemoteSettings settings) {
        this.poll = settings.poll();
        this.timeout = settings.timeout();
    }

    /** @param collect brings the result here */
    public <R, T> Uni<T> follow(RemoteJobs<R> jobs, Call call, Function<R, Uni<T>> collect) {
        return Uni.createFrom()
                .deferred(() -> call.backendJob().map(jobs::resume).orElseGet(() -> submit(jobs, call)))
                .invoke(() -> call.at(WAITING))
                .flatMap(job -> result(jobs, job, call))
                .flatMap(result -> collect.apply(result))
                .onFailure(Following::isGone)
                .call(call::forget);
    }

    /** Nothing is to be had of a job any more that the backend does not know, or whose result it has removed. */
    private static boolean isGone(Throwable failure) {
        return Failures.isOneOf(failure, FailureCode.RESULT_EXPIRED);
    }

    private static <R> Uni<String> submit(RemoteJobs<R> jobs, Call call) {
        return jobs.submit().call(job -> call.submitted(job)
                // A job that nobody will know is not to run on.
                .onFailure()
                .call(() -> jobs.cancel(job).onFailure().recoverWithNull()));
    }

    private <R> Uni<R> result(RemoteJobs<R> jobs, String job, Call call) {
        return Multi.createBy()
                .repeating()
                .uni(() -> jobs.look(job))
                .withDelay(poll)
                .whilst(look -> !look.isOver())
                .invoke(look -> call.at(progress(look)))
                .collect()
                .last()
                .ifNoItem()
                .after(timeout)
                .recoverWithUni(() -> jobs.cancel(job)
                        .onFailure()
                        .recoverWithNull()
                        .replaceWith(new Look.Failed<>(Failures.of(
                                FailureCode.TIMEOUT, "the backend's job " + job + " took longer than " + timeout))))
                .flatMap(look -> ended(look, call));
    }

    private static <R> Uni<R> ended(Look<R> look, Call call) {
        if (look instanceof Look.Done<R> done) {
            return Uni.createFrom().item(done.result());
        }
        GenerationFailed failure = ((Look.Failed<R>) look).failure();
        return call.forget().chain(() -> Uni.createFrom().failure(failure));
    }

    private static double progress(Look<?> look) {
        if (look instanceof Look.Waiting) {
            return WAITING;
        }
        return look instanceof Look.Running<?> running ? RUNNING + (MADE - RUNNING) * running.fraction() : MADE;
    }
}
