package dev.vto.worker.adapter.out.postgres;

import dev.vto.infra.test.Faults;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a few jobs in whatever order: PostgreSQL holds what the model says, after each step. */
class QueueModelTest {

    @Property(tries = 20)
    void holdsWhatTheModelSays(@ForAll("sequences") List<Step> steps) {
        ModelledQueue queue = new ModelledQueue(PostgresJobTable.empty());
        steps.forEach(queue::take);
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Step.Act.class), Arbitraries.integers().between(0, 9))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(Faults.steps());
    }
}
