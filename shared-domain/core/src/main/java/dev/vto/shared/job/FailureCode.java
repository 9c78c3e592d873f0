package dev.vto.shared.job;

import java.util.Locale;

/** The countable class of a failure: {@code vto_job.error_code}, and {@code errorCode} in API and events. */
public enum FailureCode {
    INVALID_INPUT(false, "The photos of this job could not be used."),
    MODERATED(false, "The generation service declined the content of the photos."),
    AUTH(false, "The generation service refused our credentials."),
    QUOTA_EXHAUSTED(false, "The generation service has no credit left for this account."),
    RATE_LIMITED(true, "The generation service is asked too often at the moment."),
    CAPACITY(true, "The generation service has no free capacity at the moment."),
    TRANSIENT(true, "The generation failed for a passing reason."),
    TIMEOUT(true, "The generation took longer than it may."),
    RESULT_EXPIRED(true, "The result was gone before it could be fetched."),
    WORKER_LOST(false, "The workers that ran this job were lost too often."),
    INTERNAL(true, "Something went wrong on our side.");

    private final boolean retryable;
    private final String sentence;

    FailureCode(boolean retryable, String sentence) {
        this.retryable = retryable;
        this.sentence = sentence;
    }

    /** Whether another attempt may succeed with the same input. */
    public boolean retryable() {
        return retryable;
    }

    /** Our own plain sentence for users, used where nothing more exact is known. */
    public String sentence() {
        return sentence;
    }

    /** The name in the database, the API and events, as {@code rate_limited}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such code */
    public static FailureCode ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
