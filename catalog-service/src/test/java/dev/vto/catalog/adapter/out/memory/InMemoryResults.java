package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Picture;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.VideoId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Results in maps. */
public final class InMemoryResults implements Results {

    private final LiveValues<Image> images =
            new LiveValues<>(image -> image.id().value());
    private final LiveValues<Video> videos =
            new LiveValues<>(video -> video.id().value());
    private final LiveValues<Letter> letters =
            new LiveValues<>(letter -> letter.id().value());

    @Override
    public Uni<Page<Image>> images(Filter filter, Page.Request page) {
        return Uni.createFrom()
                .item(() -> images.page(image -> matches(filter, image.projectId(), image.picture()), page));
    }

    @Override
    public Uni<Optional<Image>> image(ImageId id) {
        return Uni.createFrom().item(() -> images.find(id.value()));
    }

    @Override
    public Uni<List<Image>> imagesOf(ProjectId project, List<ImageId> ids) {
        return Uni.createFrom().item(() -> ids.stream()
                .flatMap(id -> images.find(id.value()).stream())
                .filter(image -> image.projectId().equals(project))
                .toList());
    }

    @Override
    public Uni<Page<Video>> videos(Filter filter, Page.Request page) {
        return Uni.createFrom()
                .item(() -> videos.page(video -> matches(filter, video.projectId(), video.picture()), page));
    }

    @Override
    public Uni<Optional<Video>> video(VideoId id) {
        return Uni.createFrom().item(() -> videos.find(id.value()));
    }

    @Override
    public Uni<Page<Letter>> letters(ProjectId project, Page.Request page) {
        return Uni.createFrom()
                .item(() -> letters.page(letter -> letter.projectId().equals(project), page));
    }

    @Override
    public Uni<Optional<Letter>> letter(LetterId id) {
        return Uni.createFrom().item(() -> letters.find(id.value()));
    }

    Job.Results madeBy(JobId job) {
        return new Job.Results(
                images.all(image -> job.equals(image.picture().jobId())).stream()
                        .sorted(Comparator.comparing(image -> image.picture().position()))
                        .map(Image::id)
                        .toList(),
                videos.all(video -> job.equals(video.picture().jobId())).stream()
                        .sorted(Comparator.comparing(video -> video.picture().position()))
                        .map(Video::id)
                        .toList(),
                letters.all(letter -> job.equals(letter.jobId())).stream()
                        .map(Letter::id)
                        .findFirst()
                        .orElse(null));
    }

    void add(Image image) {
        images.add(image);
    }

    void add(Video video) {
        videos.add(video);
    }

    void add(Letter letter) {
        letters.add(letter);
    }

    void delete(ImageId id) {
        images.delete(id.value());
    }

    void delete(VideoId id) {
        videos.delete(id.value());
    }

    void delete(LetterId id) {
        letters.delete(id.value());
    }

    private static boolean matches(Filter filter, ProjectId project, Picture picture) {
        return filter.project().equals(project)
                && filter.product().map(id -> id.equals(picture.productId())).orElse(true)
                && filter.job().map(id -> id.equals(picture.jobId())).orElse(true)
                && filter.selected().map(wanted -> wanted == picture.selected()).orElse(true);
    }
}
