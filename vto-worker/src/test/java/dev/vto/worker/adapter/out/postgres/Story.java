package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fixture.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a job must have left beside its row: events, doorbells and attempts. */
final class Story {

    private final List<String> events = new ArrayList<>();
    private final List<String> attempts = new ArrayList<>();
    private int doorbells;

    void event(String type) {
        events.add(type);
    }

    void rung() {
        doorbells++;
    }

    /** A run of the job came to its end, and left the job in this state. */
    void left(int claim, String outcome, JobState state) {
        attempts.add(claim + ":" + outcome);
        boolean retrying = outcome.equals("retrying") && state.status() == JobStatus.QUEUED;
        event(retrying ? "retrying" : state.status().name().toLowerCase(Locale.ROOT));
        if (state.status() == JobStatus.QUEUED && !retrying) {
            rung();
        }
    }

    /** All of it in one line, as {@link ModelledQueue} reads it from PostgreSQL. */
    String with(JobState state) {
        String line = String.format(
                Locale.ROOT,
                "%s %d %d %d %.1f %s %d %d",
                state.status(),
                state.claim(),
                state.attempt(),
                state.losses(),
                state.progress(),
                state.errorCode() == null ? "-" : state.errorCode(),
                state.status() == JobStatus.SUCCEEDED ? 1 : 0,
                doorbells);
        return line + list(events) + list(attempts);
    }

    private static String list(List<String> items) {
        return items.isEmpty() ? "" : " [\"" + String.join("\", \"", items) + "\"]";
    }
}
