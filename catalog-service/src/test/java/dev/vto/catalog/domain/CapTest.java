package dev.vto.catalog.domain;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CapTest {

    private static final Cap THREE = new Cap("too_many_projects", "projects", 3);

    @Test
    void countsAllThatWouldCome() {
        assertThatCode(() -> THREE.requireRoom(1, 2)).doesNotThrowAnyException();
        assertThatCode(() -> THREE.requireRoom(4, 0)).doesNotThrowAnyException();
        assertRejected(() -> THREE.requireRoom(1, 3))
                .isImpossible("too_many_projects")
                .hasMessage("An account has at most 3 projects, and this one has room for 2 of these 3.");
    }

    @Test
    void hasRoomBelowTheCapOnly() {
        assertThatCode(() -> THREE.requireRoom(2)).doesNotThrowAnyException();
        assertRejected(() -> THREE.requireRoom(3))
                .isImpossible("too_many_projects")
                .hasMessage("An account has at most 3 projects, and this one has as many.");
    }

    @Test
    void mayBeNone() {
        assertThat(Cap.NONE.bounds()).isFalse();
        assertThat(THREE.bounds()).isTrue();
    }

    @Test
    void isOneAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cap("too_many_projects", "projects", 0))
                .withMessage("a cap on projects is at least 1, not 0");
    }
}
