package dev.vto.bench.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void takesTheMiddleRound() {
        assertThat(result(3, 100, 1).median().value()).isEqualTo(3);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        assertThat(result(4, 1, 100, 2).median().value()).isEqualTo(3);
    }

    @Test
    void takesEachFigureByItself() {
        Result result = new Result("a", List.of(new Sample(1, 9, 20), new Sample(2, 7, 30), new Sample(3, 8, 10)));

        assertThat(result.median()).isEqualTo(new Sample(2, 8, 20));
    }

    @Test
    void hasNoFigureWhereNoneWasMeasured() {
        assertThat(new Result("a", List.of(Sample.of(5))).median().p99()).isNaN();
        assertThat(new Result("a", List.of()).median().value()).isNaN();
    }

    @Test
    void tellsHowManyTimesAsGoodOursIs() {
        assertThat(row(Row.Better.HIGHER, result(300), result(200)).ratio()).isEqualTo(1.5);
        assertThat(row(Row.Better.LOWER, result(10), result(50)).ratio()).isEqualTo(5);
        assertThat(row(Row.Better.HIGHER, result(10), null).ratio()).isNaN();
    }

    static Result result(double... values) {
        return new Result("peer", DoubleStream.of(values).mapToObj(Sample::of).toList());
    }

    static Row row(Row.Better better, Result ours, Result peer) {
        return new Row("S submit", "jobs/s", better, ours, peer, 0.6, "");
    }
}
