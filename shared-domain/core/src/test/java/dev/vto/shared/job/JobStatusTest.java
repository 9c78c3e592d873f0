package dev.vto.shared.job;

import static dev.vto.shared.job.JobStatus.CANCELED;
import static dev.vto.shared.job.JobStatus.FAILED;
import static dev.vto.shared.job.JobStatus.PENDING;
import static dev.vto.shared.job.JobStatus.QUEUED;
import static dev.vto.shared.job.JobStatus.RUNNING;
import static dev.vto.shared.job.JobStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.JobStatus.Move;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobStatusTest {

    /** The whole table once more, in data: every pair that is not here must throw. */
    private static final Map<JobStatus, Map<Move, JobStatus>> TABLE = Map.of(
            PENDING, Map.of(Move.PUBLISH, QUEUED, Move.CLAIM, RUNNING, Move.CANCEL, CANCELED),
            QUEUED, Map.of(Move.CLAIM, RUNNING, Move.CANCEL, CANCELED),
            RUNNING,
                    Map.of(
                            Move.SUCCEED, SUCCEEDED,
                            Move.RETRY_LATER, QUEUED,
                            Move.HAND_BACK, QUEUED,
                            Move.RESCUE, QUEUED,
                            Move.FAIL, FAILED,
                            Move.CANCEL, CANCELED),
            SUCCEEDED, Map.of(),
            FAILED, Map.of(),
            CANCELED, Map.of());

    @Test
    void allowsExactlyTheMovesOfTheTable() {
        for (JobStatus from : JobStatus.values()) {
            for (Move move : Move.values()) {
                JobStatus to = TABLE.get(from).get(move);
                if (to != null) {
                    assertThat(from.after(move)).as("%s %s", from, move).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> from.after(move))
                            .as("%s %s", from, move)
                            .isInstanceOfSatisfying(IllegalJobMove.class, e -> {
                                assertThat(e.from()).isEqualTo(from);
                                assertThat(e.move()).isEqualTo(move);
                            });
                }
            }
        }
    }

    @Test
    void hasNoWayOutOfAnEndedState() {
        for (JobStatus status : JobStatus.values()) {
            assertThat(status.ended()).isEqualTo(TABLE.get(status).isEmpty());
        }
    }
}
