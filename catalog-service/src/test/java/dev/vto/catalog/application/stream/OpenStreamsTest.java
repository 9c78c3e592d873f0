package dev.vto.catalog.application.stream;

import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.fixture.AtOnce;
import dev.vto.shared.id.UserId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A user may have three streams here, and five may be open. */
class OpenStreamsTest {

    private final Streams streams = new Streams();

    @Test
    void boundsTheStreamsOfAUser() {
        openThree(streams.owner);

        assertRejected(() -> ofUser(streams.owner)).as(Rejected.Reason.RATE_LIMITED, "too_many_streams");
        assertRejected(() -> ofJob(streams.owner)).as(Rejected.Reason.RATE_LIMITED, "too_many_streams");
        ofUser(aUserId());
        streams.leave();
        assertThat(streams.open.size()).isEqualTo(3);
    }

    @Test
    void boundsTheStreamsOfTheInstance() {
        openThree(streams.owner);
        ofUser(aUserId());
        ofUser(aUserId());

        assertRejected(() -> ofUser(aUserId())).as(Rejected.Reason.UNAVAILABLE, "no_room_for_streams");

        streams.leave();
        assertThat(ofUser(aUserId()).endings()).isEmpty();
    }

    @Test
    void countsWhatItRefusesByTheLimitThatWasReached() {
        openThree(streams.owner);
        assertRejected(() -> ofUser(streams.owner)).as(Rejected.Reason.RATE_LIMITED, "too_many_streams");
        ofUser(aUserId());
        ofUser(aUserId());
        assertRejected(() -> ofUser(aUserId())).as(Rejected.Reason.UNAVAILABLE, "no_room_for_streams");
        assertRejected(() -> ofUser(aUserId())).as(Rejected.Reason.UNAVAILABLE, "no_room_for_streams");

        assertThat(streams.open.refused(Refusal.USER)).isEqualTo(1);
        assertThat(streams.open.refused(Refusal.INSTANCE)).isEqualTo(2);
    }

    @Test
    void holdsItsBoundsHoweverManyComeAtOnce() throws Exception {
        for (int round = 0; round < 300; round++) {
            Streams any = new Streams();
            Subscription subscription = any.followJobs(any.owner, Optional.empty());

            List<Optional<Throwable>> failures =
                    AtOnce.failuresOf(Collections.nCopies(8, () -> any.open(subscription)));

            assertThat(failures.stream().flatMap(Optional::stream)).hasSize(5).hasOnlyElementsOfType(Rejected.class);
            assertThat(any.open.size()).isEqualTo(3);
        }
    }

    @Test
    void showsLifeWhereNothingElseDid() {
        FakeReader reader = ofUser(streams.owner);

        streams.clock.move(Streams.HEARTBEAT.minusMillis(1));
        streams.open.tick();
        assertThat(reader.beats()).isZero();
        streams.clock.move(Duration.ofMillis(1));
        streams.open.tick();
        streams.open.tick();

        assertThat(reader.beats()).isEqualTo(1);
    }

    @Test
    void endsStreamsWithTheirTokens() {
        FakeReader reader = ofUser(streams.owner);

        streams.clock.move(Duration.between(streams.clock.instant(), Streams.EXPIRES));
        streams.open.tick();

        assertThat(reader.endings()).containsExactly(Ending.EXPIRED);
        assertThat(streams.open.size()).isZero();
        assertThat(streams.open.ended(Ending.EXPIRED)).isEqualTo(1);
    }

    @Test
    void endsThoseThatMayNoLongerBeRead() {
        UserId viewer = streams.catalog.givenA(Role.VIEWER, streams.project);
        FakeReader ofViewer =
                streams.open(streams.followJob(viewer, Optional.empty()).orElseThrow());
        FakeReader ofOwner = ofUser(streams.owner);
        streams.catalog.await(streams.open.endRevoked());
        assertThat(ofViewer.endings()).isEmpty();

        streams.catalog.delete(streams.project.id());
        streams.catalog.await(streams.open.endRevoked());

        assertThat(ofViewer.endings()).containsExactly(Ending.REVOKED);
        assertThat(ofOwner.endings()).isEmpty();
    }

    @Test
    void endsAllAndTakesNoMoreWhenItStops() {
        FakeReader reader = ofUser(streams.owner);
        Subscription late = streams.followJobs(streams.owner, Optional.empty());

        assertThat(streams.open.stop()).isCompleted();

        assertThat(reader.endings()).containsExactly(Ending.SHUTDOWN);
        assertRejected(() -> ofUser(streams.owner)).as(Rejected.Reason.UNAVAILABLE, "no_room_for_streams");
        assertRejected(() -> streams.open(late)).as(Rejected.Reason.UNAVAILABLE, "no_room_for_streams");
        assertThat(streams.open.size()).isZero();
    }

    @Test
    void countsNothingTwiceThatEndsTwice() {
        ofUser(streams.owner);
        streams.leave();
        streams.leave();

        assertThat(streams.open.ended(Ending.LEFT)).isEqualTo(1);
        openThree(streams.owner);
    }

    private void openThree(UserId user) {
        for (int i = 0; i < 3; i++) {
            ofUser(user);
        }
    }

    private FakeReader ofJob(UserId user) {
        return streams.open(streams.followJob(user, Optional.empty()).orElseThrow());
    }

    private FakeReader ofUser(UserId user) {
        return streams.open(streams.followJobs(user, Optional.empty()));
    }
}
