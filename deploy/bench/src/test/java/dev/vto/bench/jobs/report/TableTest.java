package dev.vto.bench.jobs.report;

import static dev.vto.bench.jobs.report.ResultTest.result;
import static dev.vto.bench.jobs.report.ResultTest.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final Result OURS = new Result("VTO", List.of(new Sample(3000, 4.04, 12.5)));
    private static final List<Row> ROWS = List.of(
            row(Row.Better.HIGHER, OURS, result(2000)),
            new Row("L pick-up", "ms", Row.Better.LOWER, result(5), null, Double.NaN, "Node is missing"));

    @Test
    void printsARowForEachPeer() {
        assertThat(Table.of(ROWS))
                .isEqualTo(
                        """
                        measure    ours          peer               ratio  goal  ours p50 / p99 ms  peer p50 / p99 ms  note
                        S submit   3,000 jobs/s  2,000 jobs/s peer  1.50   0.60  4.0 / 12.5         -
                        L pick-up  5.00 ms       -                  -      -     -                  -                  Node is missing""");
    }

    @Test
    void writesEveryRoundAndNullForWhatWasNotMeasured(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("made/report.json");

        JsonReport.write(file, Map.of("cores", "2"), ROWS);

        JsonNode report = new ObjectMapper().readTree(file.toFile());
        assertThat(report.at("/machine/cores").asText()).isEqualTo("2");
        assertThat(report.at("/rows/0/ratio").asDouble()).isEqualTo(1.5);
        assertThat(report.at("/rows/0/ours/rounds/0/p99").asDouble()).isEqualTo(12.5);
        assertThat(report.at("/rows/0/peer/median/p50").isNull()).isTrue();
        assertThat(report.at("/rows/1/peer").isNull()).isTrue();
        assertThat(report.at("/rows/1/goal").isNull()).isTrue();
    }
}
