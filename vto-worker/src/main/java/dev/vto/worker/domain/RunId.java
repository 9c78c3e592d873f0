package dev.vto.worker.domain;

import dev.vto.shared.id.JobId;

/** One run of a job. */
public record RunId(JobId job, int claim) {}
