package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.project.SharedWith;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShareProjectTest {

    private static final int MOST = 2;

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final Access access = new Access(catalog.collections(), catalog.projects(), catalog.products());
    private final ShareProject shareProject = new ShareProject(access, catalog.users(), catalog.shares(), MOST);
    private final ChangeShare changeShare = new ChangeShare(access, catalog.users(), catalog.shares());
    private final EndShare endShare = new EndShare(access, catalog.shares());
    private final Project project = catalog.givenAProject();
    private final UserId owner = project.ownerId();
    private final User guest = catalog.given(aUser("guest@example.com"));

    @Test
    void sharesWithAUserByAddressHoweverItIsWritten() {
        ShareProject.Outcome outcome = share(owner, " Guest@Example.com ", Role.VIEWER);

        assertThat(outcome)
                .isEqualTo(new ShareProject.Outcome(new SharedWith(guest.id(), guest.name(), Role.VIEWER), true));
        assertThat(roleOfGuest()).contains(Role.VIEWER);
    }

    @Test
    void givesTheNewRoleWhereItWasSharedBefore() {
        share(owner, guest.email(), Role.VIEWER);

        assertThat(share(owner, guest.email(), Role.EDITOR).added()).isFalse();
        assertThat(roleOfGuest()).contains(Role.EDITOR);
    }

    @Test
    void refusesAnAddressOfNobody() {
        assertRejected(() -> share(owner, "nobody@example.com", Role.VIEWER))
                .isImpossible("unknown_user")
                .names("email");
    }

    @Test
    void refusesTheOwner() {
        String own = catalog.await(catalog.users().find(owner)).orElseThrow().email();

        assertRejected(() -> share(owner, own, Role.VIEWER))
                .isImpossible("shared_with_owner")
                .names("email");
    }

    @Test
    void refusesMoreThanMay() {
        for (int i = 0; i < MOST; i++) {
            share(owner, catalog.given(aUser()).email(), Role.VIEWER);
        }

        assertRejected(() -> share(owner, guest.email(), Role.VIEWER))
                .isImpossible("too_many_shares")
                .hasMessage("A project is shared with at most 2 users.");
    }

    @Test
    void isTheOwnersAlone() {
        UserId editor = catalog.givenA(Role.EDITOR, project);

        assertRejected(() -> share(editor, guest.email(), Role.VIEWER)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> change(editor, editor, Role.EDITOR)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> share(aUserId(), guest.email(), Role.VIEWER)).isNotFound("project");
        assertRejected(() -> change(aUserId(), editor, Role.EDITOR)).isNotFound("project");
    }

    @Test
    void changesTheRoleOfAShare() {
        share(owner, guest.email(), Role.VIEWER);

        assertThat(change(owner, guest.id(), Role.EDITOR))
                .isEqualTo(new SharedWith(guest.id(), guest.name(), Role.EDITOR));
        assertRejected(() -> change(owner, aUserId(), Role.EDITOR)).isNotFound("share");
    }

    @Test
    void endsForTheOwnerAndForWhomItIsSharedWith() {
        share(owner, guest.email(), Role.VIEWER);
        UserId other = catalog.givenA(Role.EDITOR, project);

        assertRejected(() -> end(other, guest.id())).as(Rejected.Reason.FORBIDDEN, "forbidden");
        end(guest.id(), guest.id());
        end(owner, other);

        assertThat(catalog.await(catalog.shares().list(project.id()))).isEmpty();
        assertRejected(() -> end(owner, other)).isNotFound("share");
        assertRejected(() -> end(guest.id(), guest.id())).isNotFound("project");
    }

    private ShareProject.Outcome share(UserId user, String email, Role role) {
        return catalog.await(shareProject.share(user, project.id(), email, role));
    }

    private SharedWith change(UserId user, UserId whose, Role role) {
        return catalog.await(changeShare.change(user, project.id(), whose, role));
    }

    private void end(UserId user, UserId whose) {
        catalog.await(endShare.end(user, project.id(), whose));
    }

    private Optional<Role> roleOfGuest() {
        return catalog.await(catalog.projects().find(project.id()))
                .orElseThrow()
                .roleOf(guest.id());
    }
}
