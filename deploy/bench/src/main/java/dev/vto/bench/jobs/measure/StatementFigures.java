package dev.vto.bench.jobs.measure;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.statement.Execution;
import dev.vto.bench.jobs.statement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What statements took, and how many buffers. */
final class StatementFigures {

    private StatementFigures() {}

    /**
     * Time and buffers of each.
     *
     * @param name of the result
     * @throws BenchFailure if one was not run at all: it is another than this looks for
     */
    static List<GrowthMeasure.Figure> of(String name, List<Execution> executions) {
        List<GrowthMeasure.Figure> figures = new ArrayList<>();
        for (Statement statement : Statement.values()) {
            List<Execution> those = of(statement, executions);
            figures.add(new GrowthMeasure.Figure(
                    "SQL " + statement.label(), "ms", new Result(name, List.of(time(those))), scans(those)));
            figures.add(new GrowthMeasure.Figure(
                    "SQL " + statement.label(), "buffers", new Result(name, List.of(buffers(those))), ""));
        }
        return figures;
    }

    /** Those of one statement, of which there is at least one. */
    static List<Execution> of(Statement statement, List<Execution> executions) {
        List<Execution> those = executions.stream().filter(statement::is).toList();
        if (those.isEmpty()) {
            throw new BenchFailure("of " + executions.size() + " statements none was \"" + statement.label() + "\"");
        }
        return those;
    }

    static Sample time(List<Execution> executions) {
        return Sample.latency(executions.stream().mapToDouble(Execution::millis).toArray());
    }

    static Sample buffers(List<Execution> executions) {
        return Sample.of(
                executions.stream().mapToLong(Execution::buffers).average().orElse(Double.NaN));
    }

    private static String scans(List<Execution> executions) {
        String tables = executions.stream()
                .map(Execution::scanned)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return executions.size() + " times" + (tables.isEmpty() ? "" : ", reads all of " + tables);
    }
}
