package dev.vto.bench.jobs.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vto.bench.jobs.report.Line.Point;
import dev.vto.bench.jobs.report.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeapMeasureTest {

    /** KiB, by minutes. */
    private static List<Point> looks(double slope) {
        return IntStream.range(0, 40)
                .mapToObj(i -> new Point(i / 4.0, 50 * 1024 + (i < 10 ? -900 * (10 - i) : slope * i / 4) + i % 2 * 8))
                .toList();
    }

    @Test
    void tellsOfAHeapThatRises() {
        Row row = HeapMeasure.row("worker", looks(100));

        assertThat(row.ours().median().value()).isEqualTo(100, within(2.0));
        assertThat(row.note()).startsWith("rises: slope ± ").endsWith("in 7.3 min, 30 looks");
    }

    @Test
    void leavesOutHowTheHeapFillsAtFirst() {
        Row row = HeapMeasure.row("worker", looks(0));

        assertThat(row.ours().median().value()).isEqualTo(0, within(2.0));
        assertThat(row.note()).startsWith("does not rise: slope ± ").contains("50.0 to 50.0 MiB");
    }
}
