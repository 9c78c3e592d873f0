package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.CLOCK;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditResultsTest {

    private static final Retention RETENTION = new Retention(Duration.ofDays(30));

    private static final Page.Request ALL = new Page.Request(Page.Request.MAX_LIMIT, Optional.empty());

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final Access access = new Access(catalog.collections(), catalog.projects(), catalog.products());
    private final ResultAccess<ImageId> images =
            new ResultAccess<>("image", catalog.images(), access, RETENTION, CLOCK);
    private final SelectPicture<ImageId, Image> selectImage = new SelectPicture<>(catalog.images(), images);
    private final DeleteResult<ImageId, Image> deleteImage = new DeleteResult<>(catalog.images(), images);
    private final RestoreResult<ImageId, Image> restoreImage = new RestoreResult<>(catalog.images(), images);
    private final ListDeletedResults<Image> listDeleted =
            new ListDeletedResults<>(catalog.images(), access, RETENTION, CLOCK);

    private final Project project = catalog.givenAProject();
    private final Image image = catalog.given(aResult().in(project).image());
    private final UserId owner = project.ownerId();

    @Test
    void takesAnEditor() {
        UserId editor = catalog.givenA(Role.EDITOR, project);

        assertThat(select(editor, true).picture().selected()).isTrue();
        delete(editor);
        assertThat(catalog.await(listDeleted.list(editor, project.id(), ALL)).items())
                .extracting(Image::id)
                .containsExactly(image.id());
        assertThat(restore(editor).picture().selected()).isTrue();
    }

    @Test
    void isNotAViewers() {
        UserId viewer = catalog.givenA(Role.VIEWER, project);

        assertRejected(() -> select(viewer, true)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> delete(viewer)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> catalog.await(listDeleted.list(viewer, project.id(), ALL)))
                .as(Rejected.Reason.FORBIDDEN, "forbidden");
        delete(owner);
        assertRejected(() -> restore(viewer)).as(Rejected.Reason.FORBIDDEN, "forbidden");
    }

    @Test
    void isNotThereForAStranger() {
        UserId stranger = aUserId();

        assertRejected(() -> select(stranger, true)).isNotFound("image");
        assertRejected(() -> delete(stranger)).isNotFound("image");
        assertRejected(() -> restore(stranger)).isNotFound("image");
        assertRejected(() -> catalog.await(listDeleted.list(stranger, project.id(), ALL)))
                .isNotFound("project");
        assertRejected(() -> catalog.await(selectImage.select(owner, new ImageId(anId()), true, Precondition.NONE)))
                .isNotFound("image");
    }

    @Test
    void findsNothingToSelectOrDeleteOnceItIsDeleted() {
        delete(owner);

        assertRejected(() -> select(owner, true)).isNotFound("image");
        assertRejected(() -> delete(owner)).isNotFound("image");
    }

    @Test
    void restoresUntilTheRetentionTimeIsOver() {
        delete(owner);
        Clock later = Clock.offset(CLOCK, Duration.ofDays(30));
        Clock tooLate = Clock.offset(CLOCK, Duration.ofDays(31));

        assertRejected(() -> restoreAt(tooLate)).isNotFound("image");
        assertThat(restoreAt(later).id()).isEqualTo(image.id());
    }

    @Test
    void changesNothingOfAProjectThatIsDeleted() {
        catalog.delete(project.id());

        assertRejected(() -> select(owner, true)).isNotFound("image");
    }

    private Image restoreAt(Clock clock) {
        ResultAccess<ImageId> then = new ResultAccess<>("image", catalog.images(), access, RETENTION, clock);
        return catalog.await(new RestoreResult<>(catalog.images(), then).restore(owner, image.id()));
    }

    private Image select(UserId user, boolean selected) {
        return catalog.await(selectImage.select(user, image.id(), selected, Precondition.NONE));
    }

    private void delete(UserId user) {
        catalog.await(deleteImage.delete(user, image.id(), Precondition.NONE));
    }

    private Image restore(UserId user) {
        return catalog.await(restoreImage.restore(user, image.id()));
    }
}
