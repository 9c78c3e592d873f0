package dev.vto.worker.domain;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;

/** A run whose worker stopped its heartbeat. Its claim counts no more, whatever becomes of that worker. */
public record LostRun(UserId ownerId, JobId id, int claim) {}
