package dev.vto.bench.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void takesTheLeastLatencyThatSoManyDoNotExceed() {
        double[] hundredToOne =
                IntStream.range(0, 100).mapToDouble(i -> 100 - i).toArray();

        assertThat(Sample.latency(hundredToOne)).isEqualTo(new Sample(50, 50, 99));
        assertThat(Sample.latency(7)).isEqualTo(new Sample(7, 7, 7));
    }

    @Test
    void hasNoLatencyOfNothing() {
        assertThat(Sample.latency()).isEqualTo(new Sample(Double.NaN, Double.NaN, Double.NaN));
    }
}
