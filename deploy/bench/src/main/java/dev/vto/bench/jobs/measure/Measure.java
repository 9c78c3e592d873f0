package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.stage.Stage;
import java.util.List;

/** Something that is measured, of ours and of its peers in turn. */
public interface Measure {

    /** @throws dev.vto.bench.BenchFailure if a contender fails, or what it did is not in the database afterwards */
    List<Row> run(Stage stage) throws Exception;
}
