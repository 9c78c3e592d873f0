package dev.vto.shared.job;

/**
 * What a job is to make, with everything it needs copied at submit: later edits of the product, its photos or the
 * user's language change nothing. Stored as {@code vto_job.spec}.
 */
public sealed interface JobSpec permits ImageSpec, VideoSpec, LetterSpec {

    JobKind kind();
}
