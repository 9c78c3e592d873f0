package dev.vto.bench.jobs.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same as JSON, with every round. What was not measured is null. */
public final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** @param machine what it was measured on, by name */
    public static void write(Path file, Map<String, String> machine, List<Row> rows) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("machine", machine);
        report.put("rows", rows.stream().map(JsonReport::row).toList());
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, JSON.writeValueAsBytes(report));
    }

    private static Map<String, @Nullable Object> row(Row row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("measure", row.measure());
        fields.put("unit", row.unit());
        fields.put("ours", row.ours() == null ? null : result(row.ours()));
        fields.put("peer", row.peer() == null ? null : result(row.peer()));
        fields.put("ratio", number(row.ratio()));
        fields.put("goal", number(row.goal()));
        fields.put("note", row.note());
        return fields;
    }

    private static Map<String, Object> result(Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", result.name());
        fields.put("median", sample(result.median()));
        fields.put("rounds", result.rounds().stream().map(JsonReport::sample).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> sample(Sample sample) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("value", number(sample.value()));
        fields.put("p50", number(sample.p50()));
        fields.put("p99", number(sample.p99()));
        return fields;
    }

    private static @Nullable Double number(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
