package dev.vto.worker.adapter.out.http;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import org.jspecify.annotations.Nullable;

/** A URL could not be fetched. The message goes on after "The photo at {host}", and names no address. */
public final class FetchFailed extends RuntimeException {

    /** What became of it. */
    public enum Reason {
        /** Our rules forbid it. */
        REFUSED,
        /** The site has it no more, or does not give it to us. */
        GONE,
        /** It is not what was asked for, or too large. */
        UNUSABLE,
        /** The site could not be reached, or is in trouble: it may work later. */
        UNREACHABLE
    }

    private final Reason reason;

    FetchFailed(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /**
     * The failure of a job that needs the file.
     *
     * @param what begins the sentence, as "The photo at shop.example"
     */
    public GenerationFailed failureOf(String what) {
        String sentence = what + " " + getMessage() + ".";
        String detail = getCause() == null ? null : getCause().toString();
        return new GenerationFailed(
                reason == Reason.UNREACHABLE ? FailureCode.TRANSIENT : FailureCode.INVALID_INPUT,
                sentence,
                detail,
                null,
                this);
    }
}
