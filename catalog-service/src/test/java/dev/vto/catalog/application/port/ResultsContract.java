package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.View;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Results} does. */
public abstract class ResultsContract {

    private Project project;
    private UserId viewer;
    private Product product;
    private Job job;

    protected abstract Catalog catalog();

    @BeforeEach
    void submitAJob() {
        project = catalog().givenAProject();
        viewer = project.ownerId();
        product = catalog().given(aProduct().in(project).build());
        job = catalog().given(aNewJob().in(project).of(product).build());
    }

    @Test
    void findsWhatWasMade() {
        Image image = catalog()
                .given(aResult()
                        .in(project)
                        .of(product)
                        .by(job)
                        .seenFrom(View.BACK)
                        .at(3)
                        .selected()
                        .image());
        Video video = catalog().given(aResult().in(project).of(product).by(job).video());
        Letter letter =
                catalog().given(aResult().in(project).of(product).by(job).letter());

        assertThat(catalog().await(results().image(image.id()))).contains(image);
        assertThat(catalog().await(results().video(video.id()))).contains(video);
        assertThat(catalog().await(results().letter(letter.id()))).contains(letter);
    }

    @Test
    void findsWhatBelongsToNoProductAndNoJob() {
        Image image = catalog().given(aResult().in(project).image());
        Letter letter = catalog().given(aResult().in(project).letter());

        assertThat(catalog().await(results().image(image.id()))).contains(image);
        assertThat(catalog().await(results().letter(letter.id()))).contains(letter);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(catalog().await(results().image(new ImageId(anId())))).isEmpty();
        assertThat(catalog().await(results().video(new VideoId(anId())))).isEmpty();
        assertThat(catalog().await(results().letter(new LetterId(anId())))).isEmpty();
    }

    @Test
    void listsThoseOfAProjectNewestFirst() {
        List<Image> images = List.of(givenImage(), givenImage(), givenImage());
        List<Video> videos = List.of(givenVideo(), givenVideo(), givenVideo());
        List<Letter> letters = List.of(givenLetter(), givenLetter(), givenLetter());
        catalog().given(aResult().in(catalog().givenAProject()).image());

        assertThat(Pages.ofTwo(page -> catalog().await(results().images(all(), page))))
                .containsExactly(List.of(images.get(2), images.get(1)), List.of(images.get(0)));
        assertThat(Pages.ofTwo(page -> catalog().await(results().videos(all(), page))))
                .containsExactly(List.of(videos.get(2), videos.get(1)), List.of(videos.get(0)));
        assertThat(Pages.ofTwo(page -> catalog().await(results().letters(project.id(), page))))
                .containsExactly(List.of(letters.get(2), letters.get(1)), List.of(letters.get(0)));
    }

    @Test
    void listsThemForThoseWhoMayViewTheProject() {
        Image image = givenImage();
        Video video = givenVideo();

        for (Role role : List.of(Role.VIEWER, Role.EDITOR)) {
            viewer = catalog().givenA(role, project);

            assertThat(images(all())).as(role.name()).containsExactly(image);
            assertThat(videos(all())).as(role.name()).containsExactly(video);
        }
    }

    @Test
    void listsNothingForOthersNorInADeletedProject() {
        givenImage();
        givenVideo();

        viewer = catalog().givenA(Role.EDITOR, catalog().givenAProject());
        assertThat(images(all())).isEmpty();
        assertThat(videos(all())).isEmpty();

        viewer = project.ownerId();
        catalog().delete(project.id());
        assertThat(images(all())).isEmpty();
        assertThat(videos(all())).isEmpty();
    }

    @Test
    void narrowsImagesToAProductAJobOrAChoice() {
        Image ofProduct = catalog().given(aResult().in(project).of(product).image());
        Image ofJob = catalog().given(aResult().in(project).by(job).image());
        Image selected = catalog().given(aResult().in(project).selected().image());

        assertThat(images(filter(product.id(), null, null))).containsExactly(ofProduct);
        assertThat(images(filter(null, job.id(), null))).containsExactly(ofJob);
        assertThat(images(filter(null, null, true))).containsExactly(selected);
        assertThat(images(filter(null, null, false))).containsExactly(ofJob, ofProduct);
        assertThat(images(filter(product.id(), job.id(), null))).isEmpty();
    }

    @Test
    void narrowsVideosToAProductAJobOrAChoice() {
        Video ofProduct = catalog().given(aResult().in(project).of(product).video());
        Video ofJob = catalog().given(aResult().in(project).by(job).video());
        Video selected = catalog().given(aResult().in(project).selected().video());

        assertThat(videos(filter(product.id(), null, null))).containsExactly(ofProduct);
        assertThat(videos(filter(null, job.id(), null))).containsExactly(ofJob);
        assertThat(videos(filter(null, null, true))).containsExactly(selected);
    }

    @Test
    void picksImagesOfTheProjectInTheOrderAskedFor() {
        Image first = givenImage();
        Image second = givenImage();
        Image deleted = givenImage();
        catalog().delete(deleted.id());
        Image foreign = catalog().given(aResult().in(catalog().givenAProject()).image());

        List<ImageId> wanted =
                List.of(second.id(), foreign.id(), first.id(), deleted.id(), new ImageId(anId()), second.id());

        assertThat(catalog().await(results().imagesOf(project.id(), wanted))).containsExactly(second, first, second);
    }

    @Test
    void hidesWhatIsDeleted() {
        Image image = givenImage();
        Video video = givenVideo();
        Letter letter = givenLetter();

        catalog().delete(image.id());
        catalog().delete(video.id());
        catalog().delete(letter.id());

        assertThat(catalog().await(results().image(image.id()))).isEmpty();
        assertThat(catalog().await(results().video(video.id()))).isEmpty();
        assertThat(catalog().await(results().letter(letter.id()))).isEmpty();
        assertThat(images(all())).isEmpty();
        assertThat(videos(all())).isEmpty();
        assertThat(catalog().await(results().letters(project.id(), Pages.ALL)).items())
                .isEmpty();
    }

    private Image givenImage() {
        return catalog().given(aResult().in(project).image());
    }

    private Video givenVideo() {
        return catalog().given(aResult().in(project).video());
    }

    private Letter givenLetter() {
        return catalog().given(aResult().in(project).letter());
    }

    private List<Image> images(Results.Filter filter) {
        return catalog().await(results().images(filter, Pages.ALL)).items();
    }

    private List<Video> videos(Results.Filter filter) {
        return catalog().await(results().videos(filter, Pages.ALL)).items();
    }

    private Results.Filter all() {
        return filter(null, null, null);
    }

    private Results.Filter filter(ProductId ofProduct, JobId ofJob, Boolean selected) {
        return new Results.Filter(
                project.id(),
                viewer,
                Optional.ofNullable(ofProduct),
                Optional.ofNullable(ofJob),
                Optional.ofNullable(selected));
    }

    private Results results() {
        return catalog().results();
    }
}
