package dev.vto.bench.jobs.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.bench.jobs.stage.ArchiveLayout.Outcome;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveLayoutTest {

    private static final int SELLERS = 3;
    private static final int JOBS = 10 * SELLERS * ArchiveLayout.PER_PROJECT;

    private final ArchiveLayout layout = new ArchiveLayout(SELLERS);

    @Test
    void givesEachProjectItsJobsAndNoMore() {
        Map<Integer, Long> jobs =
                IntStream.range(0, JOBS).boxed().collect(Collectors.groupingBy(layout::project, Collectors.counting()));

        assertThat(jobs).hasSize(10 * SELLERS);
        assertThat(jobs.values()).containsOnly((long) ArchiveLayout.PER_PROJECT);
    }

    @Test
    void givesTheSellersTheFirstJobs() {
        assertThat(IntStream.range(0, SELLERS * ArchiveLayout.PER_PROJECT).map(layout::project))
                .allMatch(project -> project < SELLERS);
    }

    @Test
    void tellsHowManyProjectsTheFirstJobsBelongTo() {
        Set<Integer> seen = new HashSet<>();
        for (int job = 0; job < JOBS; job++) {
            assertThat(layout.projects(job)).as("of %d jobs", job).isEqualTo(seen.size());
            seen.add(layout.project(job));
        }
    }

    @Test
    void givesOtherUsersFourProjectsEach() {
        assertThat(IntStream.range(SELLERS, SELLERS + 9).map(layout::user)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2);
    }

    @Test
    void endsMostJobsWellAndLetsFewWait() {
        Map<Outcome, Long> outcomes = IntStream.range(0, 1_000_000)
                .mapToObj(ArchiveLayout::outcome)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(outcomes.get(Outcome.WAITING)).isEqualTo(1_000);
        assertThat(outcomes.get(Outcome.FAILED)).isBetween(18_000L, 20_000L);
        assertThat(outcomes.get(Outcome.CANCELED)).isBetween(18_000L, 20_000L);
    }

    @Test
    void hasAboutAsManyImagesAsJobsAndNoneOfWhatDidNotSucceed() {
        assertThat(IntStream.range(0, 1_000_000).map(ArchiveLayout::images).sum())
                .isBetween(990_000, 1_030_000);
        assertThat(IntStream.range(0, 10_000)
                        .filter(job -> ArchiveLayout.outcome(job) != Outcome.SUCCEEDED)
                        .map(ArchiveLayout::images))
                .containsOnly(0);
        assertThat(IntStream.range(0, 10_000).filter(ArchiveLayout::selected))
                .allMatch(job -> ArchiveLayout.images(job) > 0);
    }

    @Test
    void keepsTheEventsOfTheLastFiftieth() {
        assertThat(ArchiveLayout.firstWithEvents(10_000)).isEqualTo(9_800);
        assertThat(ArchiveLayout.firstWithEvents(10)).isEqualTo(10);
    }

    @Test
    void isOfNoSellersNot() {
        assertThatThrownBy(() -> new ArchiveLayout(0)).hasMessageContaining("at least one seller, not 0");
    }
}
