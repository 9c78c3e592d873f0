package dev.vto.catalog.domain.result;

import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.VideoId;

/**
 * A generated video.
 *
 * @param seconds length
 * @param picture its file; the thumbnail is the poster
 */
public record Video(VideoId id, ProjectId projectId, double seconds, Picture picture) {}
