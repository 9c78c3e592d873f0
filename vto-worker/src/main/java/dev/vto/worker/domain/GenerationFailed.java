package dev.vto.worker.domain;

import dev.vto.shared.job.FailureCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A backend could not make what it was asked for. Whether another attempt makes sense is in the code. */
public final class GenerationFailed extends RuntimeException {

    private final FailureCode code;
    private final String sentence;

    @Nullable
    private final Duration retryAfter;

    /**
     * @param code the countable class
     * @param sentence our own plain sentence for the user
     * @param detail what the backend itself said, for operators only
     * @param retryAfter how long the backend asks us to wait, or null
     */
    public GenerationFailed(
            FailureCode code,
            String sentence,
            @Nullable String detail,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(detail == null ? sentence : detail, cause);
        this.code = code;
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    /** Input that no attempt can use; the sentence says which photo, and why. */
    public static GenerationFailed invalidInput(String sentence, @Nullable Throwable cause) {
        return new GenerationFailed(
                FailureCode.INVALID_INPUT, sentence, cause == null ? null : cause.getMessage(), null, cause);
    }

    public FailureCode code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
