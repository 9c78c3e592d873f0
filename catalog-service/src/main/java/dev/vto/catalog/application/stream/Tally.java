package dev.vto.catalog.application.stream;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How often each of some things has happened, from whatever threads. */
final class Tally<T extends Enum<T>> {

    private final LongAdder[] counts;

    Tally(Class<T> things) {
        counts = Stream.generate(LongAdder::new)
                .limit(things.getEnumConstants().length)
                .toArray(LongAdder[]::new);
    }

    void count(T thing) {
        counts[thing.ordinal()].increment();
    }

    long of(T thing) {
        return counts[thing.ordinal()].sum();
    }
}
