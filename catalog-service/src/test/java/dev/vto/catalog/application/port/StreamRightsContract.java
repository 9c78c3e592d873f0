package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.UserId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StreamRights} does. */
public abstract class StreamRightsContract {

    private Project project;

    protected abstract Catalog catalog();

    protected abstract StreamRights rights();

    @BeforeEach
    void beginAProject() {
        project = catalog().givenAProject();
    }

    @Test
    void letsThoseGoOnWhoMay() {
        UserId viewer = catalog().givenA(Role.VIEWER, project);
        UserId somebody = catalog().given(aUser()).id();

        assertThat(lost(ofProject(project.ownerId()), ofProject(viewer), own(somebody)))
                .isEmpty();
    }

    @Test
    void stopsStrangersAndClosedAccounts() {
        UserId stranger = catalog().given(aUser()).id();
        UserId viewer = catalog().givenA(Role.VIEWER, project);
        UserId closed = catalog().givenA(Role.VIEWER, project);
        catalog().delete(closed);

        assertThat(lost(
                        ofProject(stranger),
                        ofProject(viewer),
                        ofProject(closed),
                        own(closed),
                        own(aUserId()),
                        own(stranger)))
                .hasSize(4)
                .contains(ofProject(stranger), ofProject(closed), own(closed))
                .doesNotContain(own(stranger), ofProject(viewer));
    }

    @Test
    void stopsEverybodyWhereTheProjectIsDeleted() {
        UserId viewer = catalog().givenA(Role.VIEWER, project);
        catalog().delete(project.id());

        assertThat(lost(ofProject(project.ownerId()), ofProject(viewer)))
                .containsExactlyInAnyOrder(ofProject(project.ownerId()), ofProject(viewer));
    }

    private Set<StreamRights.Reading> lost(StreamRights.Reading... readings) {
        return catalog().await(rights().lost(Set.of(readings)));
    }

    private StreamRights.Reading ofProject(UserId user) {
        return new StreamRights.Reading(user, Optional.of(project.id()));
    }

    private static StreamRights.Reading own(UserId user) {
        return new StreamRights.Reading(user, Optional.empty());
    }
}
