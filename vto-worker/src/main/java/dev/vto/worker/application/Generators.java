package dev.vto.worker.application;

import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;

/** Who makes what in this worker. */
public record Generators(TryOnGenerator tryOn, VideoGenerator video, Copywriter copywriter) {

    /** Who makes what a job of this kind asks for. */
    public Generator of(JobKind kind) {
        return switch (kind) {
            case IMAGE -> tryOn;
            case VIDEO -> video;
            case LETTER -> copywriter;
        };
    }
}
