package dev.vto.catalog.domain.result;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.job.View;
import dev.vto.shared.media.PhotoRef;
import org.jspecify.annotations.Nullable;

/** A generated picture. */
public record Image(ImageId id, ProjectId projectId, @Nullable View view, Picture picture) {

    /** Where it is stored. */
    public PhotoRef ref() {
        return picture.url();
    }
}
