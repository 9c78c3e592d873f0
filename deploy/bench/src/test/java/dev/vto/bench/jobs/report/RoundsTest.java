package dev.vto.bench.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void letsContendersTakeTurns() throws Exception {
        new Rounds(2, said -> {}).of(List.of(contender("A"), contender("B")), 0);

        assertThat(order).containsExactly("A", "B", "A", "B");
    }

    @Test
    void leavesOutWhatOnlyWarmsUp() throws Exception {
        List<Result> results = new Rounds(2, said -> {}).of(List.of(contender("A"), contender("B")), 1);

        assertThat(order).hasSize(6);
        assertThat(results.get(0)).isEqualTo(new Result("A", List.of(Sample.of(3), Sample.of(5))));
        assertThat(results.get(1).rounds()).containsExactly(Sample.of(4), Sample.of(6));
    }

    @Test
    void leavesOutWhoCannotBeMeasured() throws Exception {
        Contender absent = new Contender() {

            @Override
            public String name() {
                return "B";
            }

            @Override
            public String absence() {
                return "it is not here";
            }

            @Override
            public Sample round() {
                throw new AssertionError("it is not here");
            }
        };

        List<Result> results = new Rounds(1, order::add).of(List.of(contender("A"), absent, contender("C")), 0);

        assertThat(order).noneMatch(said -> said.contains("B"));
        assertThat(results).extracting(Result::name).containsExactly("A", "B", "C");
        assertThat(results.get(1).rounds()).isEmpty();
    }

    /** Brings the number of rounds so far. */
    private Contender contender(String name) {
        return new Contender() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public Sample round() {
                order.add(name);
                return Sample.of(order.size());
            }
        };
    }
}
