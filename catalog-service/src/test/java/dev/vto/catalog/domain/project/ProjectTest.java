package dev.vto.catalog.domain.project;

import static dev.vto.catalog.fixture.Fixtures.aProject;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectTest {

    private final UserId owner = aUserId();
    private final UserId editor = aUserId();
    private final UserId viewer = aUserId();
    private final Project project = aProject()
            .of(owner)
            .sharedWith(editor, Role.EDITOR)
            .sharedWith(viewer, Role.VIEWER)
            .build();

    @Test
    void knowsWhatEachUserIs() {
        assertThat(project.roleOf(owner)).contains(Role.OWNER);
        assertThat(project.roleOf(editor)).contains(Role.EDITOR);
        assertThat(project.roleOf(viewer)).contains(Role.VIEWER);
        assertThat(project.roleOf(aUserId())).isEmpty();
    }

    @Test
    void staysTheOwnersWhateverAShareSays() {
        Project odd = aProject().of(owner).sharedWith(owner, Role.VIEWER).build();

        assertThat(odd.roleOf(owner)).contains(Role.OWNER);
    }

    @Test
    void answersItselfToThoseWhoMay() {
        assertThat(project.require(owner, Role.OWNER)).isSameAs(project);
        assertThat(project.require(editor, Role.EDITOR)).isSameAs(project);
        assertThat(project.require(viewer, Role.VIEWER)).isSameAs(project);
    }

    @Test
    void tellsTheRoleThatIsNeeded() {
        assertRejected(() -> project.require(viewer, Role.OWNER))
                .as(Rejected.Reason.FORBIDDEN, "forbidden")
                .hasMessage("As VIEWER of this project you may not do this; it takes OWNER.");
    }

    @ParameterizedTest
    @EnumSource
    void isNotThereForAStranger(Role needed) {
        assertRejected(() -> project.require(aUserId(), needed)).isNotFound("project");
    }

    @Test
    void keepsItsSharesToItself() {
        assertThatThrownBy(() -> project.shares().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER, VIEWER, true", "VIEWER, EDITOR, false", "VIEWER, OWNER, false",
        "EDITOR, VIEWER, true", "EDITOR, EDITOR, true", "EDITOR, OWNER, false",
        "OWNER, VIEWER, true", "OWNER, EDITOR, true", "OWNER, OWNER, true"
    })
    void ranksRoles(Role role, Role needed, boolean may) {
        assertThat(role.atLeast(needed)).isEqualTo(may);
    }
}
