package dev.vto.catalog.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Repeats a step that takes at most so many rows, until it finds fewer: no transaction is long. */
final class Batches {

    private Batches() {}

    /**
     * @param step takes at most {@code size} rows and answers how many they were
     * @return how many rows were taken in all
     */
    static Uni<Integer> untilFewer(int size, Supplier<Uni<Integer>> step) {
        return Uni.createFrom()
                .deferred(step::get)
                .repeat()
                .whilst(taken -> taken == size)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
