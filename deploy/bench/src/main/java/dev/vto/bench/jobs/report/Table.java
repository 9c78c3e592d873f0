package dev.vto.bench.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows as text, in columns as wide as what they hold. */
public final class Table {

    private static final List<String> HEAD =
            List.of("measure", "ours", "peer", "ratio", "goal", "ours p50 / p99 ms", "peer p50 / p99 ms", "note");
    private static final String NOTHING = "-";

    private Table() {}

    public static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%-" + widths[i] + "s", cells.get(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.measure(),
                value(row.ours(), row.unit(), false),
                value(row.peer(), row.unit(), true),
                number(row.ratio(), "%.2f"),
                number(row.goal(), "%.2f"),
                latencies(row.ours()),
                latencies(row.peer()),
                row.note());
    }

    private static String value(@Nullable Result result, String unit, boolean named) {
        if (result == null) {
            return NOTHING;
        }
        double value = result.median().value();
        return number(value, value < 100 ? "%.2f" : "%,.0f") + " " + unit + (named ? " " + result.name() : "");
    }

    private static String latencies(@Nullable Result result) {
        return result == null || Double.isNaN(result.median().p50())
                ? NOTHING
                : number(result.median().p50(), "%.1f") + " / "
                        + number(result.median().p99(), "%.1f");
    }

    private static String number(double number, String format) {
        return Double.isNaN(number) ? NOTHING : String.format(Locale.ROOT, format, number);
    }
}
