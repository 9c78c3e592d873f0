package dev.vto.catalog.domain.deletion;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected.Reason;
import dev.vto.catalog.domain.deletion.Subtree.Top;
import dev.vto.shared.id.UserId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RootTest {

    private static final Instant SINCE = NOW.minusSeconds(60);

    private final UserId owner = aUserId();
    private final UserId guest = aUserId();

    @Test
    void isDeletedByItsOwnerOnly() {
        Root root = root(true, null);

        assertThatCode(() -> root.requireDeletable(owner, Precondition.NONE)).doesNotThrowAnyException();
        assertRejected(() -> root.requireDeletable(guest, Precondition.NONE)).as(Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> root.requireDeletable(aUserId(), Precondition.NONE))
                .isNotFound("project");
    }

    @Test
    void isDeletedAsItsOwnerKnowsIt() {
        Root root = root(true, null);

        assertThatCode(() -> root.requireDeletable(owner, new Precondition(Set.of(3))))
                .doesNotThrowAnyException();
        assertRejected(() -> root.requireDeletable(owner, new Precondition(Set.of(2))))
                .as(Reason.STALE, "etag_mismatch");
    }

    @Test
    void isNotDeletedTwice() {
        assertRejected(() -> root(true, NOW).requireDeletable(owner, Precondition.NONE))
                .isNotFound("project");
        assertRejected(() -> root(false, null).requireDeletable(owner, Precondition.NONE))
                .isNotFound("project");
    }

    @Test
    void isRestoredByItsOwnerOnly() {
        Root root = root(true, NOW);

        assertThatCode(() -> root.requireRestorable(owner, SINCE)).doesNotThrowAnyException();
        assertRejected(() -> root.requireRestorable(guest, SINCE)).as(Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> root.requireRestorable(aUserId(), SINCE)).isNotFound("project");
    }

    @Test
    void isRestoredWithinTheRetentionTimeOnly() {
        assertThatCode(() -> root(true, SINCE).requireRestorable(owner, SINCE)).doesNotThrowAnyException();
        assertRejected(() -> root(true, SINCE.minusNanos(1000)).requireRestorable(owner, SINCE))
                .isNotFound("project");
    }

    @Test
    void isRestoredIntoSomethingLiveOnly() {
        assertRejected(() -> root(false, NOW).requireRestorable(owner, SINCE)).as(Reason.CONFLICT, "parent_deleted");
    }

    @Test
    void isRestoredAlreadyWhileItLives() {
        assertThatCode(() -> root(true, null).requireRestorable(owner, SINCE)).doesNotThrowAnyException();
    }

    private Root root(boolean parentLives, Instant deletedAt) {
        return new Root(Top.PROJECT, owner, Set.of(guest), 3, parentLives, deletedAt);
    }
}
