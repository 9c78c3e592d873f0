package dev.vto.bench.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveIdsTest {

    /** As PostgreSQL compares them. */
    private static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

    @Test
    void riseWithTheirNumbersAndParts() {
        List<UUID> ids = IntStream.range(0, 1_000)
                .boxed()
                .flatMap(job -> IntStream.range(0, 4).mapToObj(part -> ArchiveIds.EVENT.id(job, part)))
                .toList();

        assertThat(ids).isSortedAccordingTo(ORDER).doesNotHaveDuplicates();
    }

    @Test
    void areVersionSevenOfTheStandardVariant() {
        assertThat(ArchiveIds.IMAGE.id(123_456, 1)).matches(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void differByWhatTheyAreOf() {
        assertThat(ArchiveIds.JOB.id(7)).isNotEqualTo(ArchiveIds.IMAGE.id(7));
    }

    @Test
    void areAllBeforeWhatIsReallyMade() {
        UUID last = ArchiveIds.EVENT.id(ArchiveIds.MOST_JOBS, 3);

        assertThat(ORDER.compare(last, ArchiveIds.LAST)).isNegative();
        assertThat(ORDER.compare(ArchiveIds.LAST, UUID.fromString("019c0000-0000-7000-8000-000000000000")))
                .isNegative();
    }
}
