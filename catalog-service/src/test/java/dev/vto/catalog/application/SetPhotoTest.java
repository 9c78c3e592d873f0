package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.ONEPIECE_FRONT;
import static dev.vto.shared.job.PhotoSlot.OUTER_BACK;
import static dev.vto.shared.job.PhotoSlot.UPPER_FRONT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.adapter.out.memory.InMemoryPhotos;
import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetPhotoTest {

    @TempDir
    Path folder;

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemoryPhotos photos = new InMemoryPhotos();
    private final Project project = catalog.givenAProject();
    private final Product product =
            catalog.given(aProduct().in(project).with(UPPER_FRONT).build());

    @Test
    void fillsTheSlotWithWhatWasStored() throws IOException {
        Product changed = set(project.ownerId(), OUTER_BACK, Pictures.png());

        MediaKey key = changed.photos().get(OUTER_BACK).key().orElseThrow();
        assertThat(photos.find(key)).hasValue(Pictures.png());
        assertThat(changed.photos()).containsOnlyKeys(UPPER_FRONT, OUTER_BACK);
        assertThat(changed.version()).isEqualTo(product.version() + 1);
        assertThat(catalog.await(catalog.products().find(product.id()))).contains(changed);
    }

    @Test
    void replacesThePhotoThatWasThere() throws IOException {
        Product changed = set(project.ownerId(), UPPER_FRONT, Pictures.jpeg());

        assertThat(changed.photos().get(UPPER_FRONT))
                .isNotEqualTo(product.photos().get(UPPER_FRONT));
    }

    @Test
    void storesUnderTheProjectsOwnerWhoeverSendsIt() throws IOException {
        UserId editor = catalog.givenA(Role.EDITOR, project);

        Product changed = set(editor, OUTER_BACK, Pictures.jpeg());

        assertThat(changed.photos().get(OUTER_BACK).key().orElseThrow().owner())
                .isEqualTo(project.ownerId().toString());
    }

    @Test
    void storesNothingThatTheProductCannotHave() {
        assertRejected(() -> set(project.ownerId(), ONEPIECE_FRONT, Pictures.jpeg()))
                .isImpossible("onepiece_excludes");
        assertThat(photos.isEmpty()).isTrue();
    }

    @Test
    void storesNothingForThoseWhoMayNot() {
        UserId viewer = catalog.givenA(Role.VIEWER, project);

        assertRejected(() -> set(viewer, OUTER_BACK, Pictures.jpeg())).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> set(aUserId(), OUTER_BACK, Pictures.jpeg())).isNotFound("product");
        assertThat(photos.isEmpty()).isTrue();
    }

    @Test
    void leavesTheProductAsItWasWhenThePhotoIsNone() {
        assertRejected(() -> set(project.ownerId(), UPPER_FRONT, "hello".getBytes()))
                .as(Rejected.Reason.UNSUPPORTED, "not_an_image");
        assertThat(catalog.await(catalog.products().find(product.id()))).contains(product);
    }

    @Test
    void findsNoProductThatWasDeletedMeanwhile() {
        Photos slow = (owner, file) -> photos.store(owner, file).invoke(() -> catalog.delete(product.id()));

        assertRejected(() -> catalog.await(setPhoto(slow, project.ownerId(), OUTER_BACK, Pictures.jpeg())))
                .isNotFound("product");
    }

    @Test
    void asksTheRulesAgainWhereThePhotosChangedMeanwhile() {
        Product empty = catalog.given(aProduct().in(project).build());
        Photos slow = (owner, file) -> photos.store(owner, file).call(() -> catalog.products()
                .edit(
                        empty.id(),
                        current ->
                                current.withPhoto(UPPER_FRONT, product.photos().get(UPPER_FRONT))));

        assertRejected(() -> catalog.await(new SetPhoto(access(), catalog.products(), slow)
                        .set(project.ownerId(), empty.id(), ONEPIECE_FRONT, sent(Pictures.jpeg()))))
                .isImpossible("onepiece_excludes");
    }

    private Product set(UserId user, PhotoSlot slot, byte[] bytes) throws IOException {
        return catalog.await(setPhoto(photos, user, slot, bytes));
    }

    private Uni<Product> setPhoto(Photos store, UserId user, PhotoSlot slot, byte[] bytes) throws IOException {
        return new SetPhoto(access(), catalog.products(), store).set(user, product.id(), slot, sent(bytes));
    }

    private Path sent(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "sent", ""), bytes);
    }

    private Access access() {
        return new Access(catalog.collections(), catalog.projects(), catalog.products());
    }
}
