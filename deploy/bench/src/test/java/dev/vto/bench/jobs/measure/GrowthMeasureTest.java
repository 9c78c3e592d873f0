package dev.vto.bench.jobs.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vto.bench.jobs.measure.GrowthMeasure.Figure;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthMeasureTest {

    @Test
    void putsEachFigureBesideThatOfTheLeastSize() {
        Row row = GrowthMeasure.beside(List.of(figure("10 jobs", 2)), List.of(figure("1,000 jobs", 2.5)))
                .get(0);

        assertThat(row.measure()).isEqualTo("G claim, 1,000 jobs");
        assertThat(row.peer()).isEqualTo(figure("10 jobs", 2).result());
        assertThat(row.ratio()).isEqualTo(0.8).isGreaterThan(row.goal());
    }

    @Test
    void missesItsGoalWhereItTakesMoreThanAThirdLonger() {
        Row row = GrowthMeasure.beside(List.of(figure("10 jobs", 3)), List.of(figure("1,000 jobs", 4)))
                .get(0);

        assertThat(row.goal()).isEqualTo(0.769, within(0.001));
        assertThat(row.ratio()).isLessThan(row.goal());
    }

    private static Figure figure(String size, double millis) {
        return new Figure("claim", "ms", new Result(size, List.of(Sample.of(millis))), "");
    }
}
