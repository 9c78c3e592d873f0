package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.domain.result.Video;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A video as the API shows it; its thumbnail is the poster. */
@Schema(name = "Video")
record VideoView(UUID id, UUID projectId, double seconds, @JsonUnwrapped PictureView picture) {

    static VideoView of(Video video, MediaUrls urls) {
        return new VideoView(
                video.id().value(), video.projectId().value(), video.seconds(), PictureView.of(video.picture(), urls));
    }
}
