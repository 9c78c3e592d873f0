package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Picture;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.VideoId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Results in maps. */
public final class InMemoryResults implements Results {

    private final InMemoryProjects projects;
    private final InMemoryProducts products;
    private final Clock clock;
    private final InMemoryPictures<ImageId, Image> images = new InMemoryPictures<>(
            this,
            Image::id,
            ImageId::value,
            Image::projectId,
            Image::picture,
            (image, picture) -> new Image(image.id(), image.projectId(), image.view(), picture));
    private final InMemoryPictures<VideoId, Video> videos = new InMemoryPictures<>(
            this,
            Video::id,
            VideoId::value,
            Video::projectId,
            Video::picture,
            (video, picture) -> new Video(video.id(), video.projectId(), video.seconds(), picture));
    private final InMemoryLetters letters = new InMemoryLetters(this);

    public InMemoryResults(InMemoryProjects projects, InMemoryProducts products, Clock clock) {
        this.projects = projects;
        this.products = products;
        this.clock = clock;
    }

    @Override
    public Uni<Page<Image>> images(Filter filter, Page.Request page) {
        return Uni.createFrom()
                .item(() -> images.live.page(image -> matches(filter, image.projectId(), image.picture()), page));
    }

    @Override
    public Uni<Optional<Image>> image(ImageId id) {
        return Uni.createFrom().item(() -> images.live.find(id.value()));
    }

    @Override
    public Uni<List<Image>> imagesOf(ProjectId project, List<ImageId> ids) {
        return Uni.createFrom().item(() -> ids.stream()
                .flatMap(id -> images.live.find(id.value()).stream())
                .filter(image -> image.projectId().equals(project))
                .toList());
    }

    @Override
    public Uni<Page<Video>> videos(Filter filter, Page.Request page) {
        return Uni.createFrom()
                .item(() -> videos.live.page(video -> matches(filter, video.projectId(), video.picture()), page));
    }

    @Override
    public Uni<Optional<Video>> video(VideoId id) {
        return Uni.createFrom().item(() -> videos.live.find(id.value()));
    }

    @Override
    public Uni<Page<Letter>> letters(ProjectId project, Page.Request page) {
        return Uni.createFrom()
                .item(() -> letters.live.page(letter -> letter.projectId().equals(project), page));
    }

    @Override
    public Uni<Optional<Letter>> letter(LetterId id) {
        return Uni.createFrom().item(() -> letters.live.find(id.value()));
    }

    Job.Results madeBy(JobId job) {
        return new Job.Results(
                images.live.all(image -> job.equals(image.picture().jobId())).stream()
                        .sorted(Comparator.comparing(image -> image.picture().position()))
                        .map(Image::id)
                        .toList(),
                videos.live.all(video -> job.equals(video.picture().jobId())).stream()
                        .sorted(Comparator.comparing(video -> video.picture().position()))
                        .map(Video::id)
                        .toList(),
                letters.live.all(letter -> job.equals(letter.jobId())).stream()
                        .map(Letter::id)
                        .findFirst()
                        .orElse(null));
    }

    void add(Image image) {
        images.live.add(image);
    }

    void add(Video video) {
        videos.live.add(video);
    }

    void add(Letter letter) {
        letters.live.add(letter);
    }

    void delete(ImageId id) {
        images.drop(id.value());
    }

    void delete(VideoId id) {
        videos.drop(id.value());
    }

    void delete(LetterId id) {
        letters.drop(id.value());
    }

    InMemoryPictures<ImageId, Image> images() {
        return images;
    }

    InMemoryPictures<VideoId, Video> videos() {
        return videos;
    }

    InMemoryLetters letters() {
        return letters;
    }

    Instant now() {
        return clock.instant();
    }

    boolean isLive(ProductId product) {
        return product == null || products.isLive(product);
    }

    boolean isIn(ProductId product, ProjectId project) {
        return product == null || products.isIn(product, project);
    }

    void requireProject(ProjectId project) {
        projects.require(project);
    }

    /** @param instead of another one */
    void makeCurrent(Letter letter, boolean instead) {
        projects.follow(
                letter.projectId(),
                UnaryOperator.identity(),
                current -> current == null || instead ? letter.id() : current);
    }

    /** Counters and keys say what the live values say. */
    void recount(ProjectId project, ProductId product) {
        Project.Counts counts = new Project.Counts(
                images.selected(image -> image.projectId().equals(project)).size(),
                images.live.all(image -> image.projectId().equals(project)).size(),
                videos.live.all(video -> video.projectId().equals(project)).size());
        projects.follow(project, same -> counts, current -> current == null ? null : liveOrNewest(current, project));
        if (product != null) {
            products.follow(
                    product,
                    images.keyOf(product).orElse(null),
                    videos.keyOf(product).orElse(null),
                    newestLetter(letter -> product.equals(letter.productId())));
        }
    }

    private LetterId liveOrNewest(LetterId current, ProjectId project) {
        return letters.live
                .find(current.value())
                .map(Letter::id)
                .orElseGet(() -> newestLetter(letter -> letter.projectId().equals(project)));
    }

    private LetterId newestLetter(Predicate<Letter> wanted) {
        return letters.live.all(wanted).stream().map(Letter::id).findFirst().orElse(null);
    }

    private boolean matches(Filter filter, ProjectId project, Picture picture) {
        return filter.project().equals(project)
                && projects.isSeenBy(filter.viewer(), project)
                && filter.product().map(id -> id.equals(picture.productId())).orElse(true)
                && filter.job().map(id -> id.equals(picture.jobId())).orElse(true)
                && filter.selected().map(wanted -> wanted == picture.selected()).orElse(true);
    }
}
