package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Live results of jobs, for reading. */
public interface Results {

    /**
     * What a list of images or videos is narrowed to.
     *
     * @param viewer who asks: the list is empty where this user may not see the project
     */
    record Filter(
            ProjectId project,
            UserId viewer,
            Optional<ProductId> product,
            Optional<JobId> job,
            Optional<Boolean> selected) {}

    Uni<Page<Image>> images(Filter filter, Page.Request page);

    Uni<Optional<Image>> image(ImageId id);

    /** Those of the ids that are live images of the project, in the order of the ids. */
    Uni<List<Image>> imagesOf(ProjectId project, List<ImageId> ids);

    Uni<Page<Video>> videos(Filter filter, Page.Request page);

    Uni<Optional<Video>> video(VideoId id);

    Uni<Page<Letter>> letters(ProjectId project, Page.Request page);

    Uni<Optional<Letter>> letter(LetterId id);
}
