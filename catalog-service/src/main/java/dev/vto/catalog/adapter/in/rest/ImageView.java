package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.domain.result.Image;
import dev.vto.shared.job.View;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An image as the API shows it. */
@Schema(name = "Image")
record ImageView(UUID id, UUID projectId, @Nullable View view, @JsonUnwrapped PictureView picture) {

    static ImageView of(Image image, MediaUrls urls) {
        return new ImageView(
                image.id().value(), image.projectId().value(), image.view(), PictureView.of(image.picture(), urls));
    }
}
