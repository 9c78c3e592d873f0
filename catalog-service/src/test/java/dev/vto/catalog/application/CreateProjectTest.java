package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.CLOCK;
import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateProjectTest {

    private static final UUID ID = anId();
    private static final Name NAME = new Name("Lookbook");

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final CreateProject createProject = new CreateProject(
            new Access(catalog.collections(), catalog.projects(), catalog.products()),
            catalog.projects(),
            () -> ID,
            CLOCK,
            Cap.NONE);
    private final UserId seller = catalog.given(aUser()).id();
    private final Collection collection = catalog.given(aCollection(seller));

    @Test
    void beginsAnEmptyProjectInTheCollection() {
        Project made = catalog.await(createProject.create(seller, collection.id(), NAME));

        assertThat(made).isEqualTo(Project.create(new ProjectId(ID), collection.id(), seller, NAME, NOW));
        assertThat(catalog.await(catalog.projects().find(made.id()))).contains(made);
    }

    @Test
    void takesNoCollectionOfSomebodyElse() {
        UserId other = catalog.given(aUser()).id();

        assertRejected(() -> catalog.await(createProject.create(other, collection.id(), NAME)))
                .isNotFound("collection");
        assertThat(catalog.await(catalog.projects().find(new ProjectId(ID)))).isEmpty();
    }

    @Test
    void takesNoCollectionThatIsNotThere() {
        assertRejected(() -> catalog.await(createProject.create(seller, new CollectionId(anId()), NAME)))
                .isNotFound("collection");
    }
}
