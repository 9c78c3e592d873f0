package dev.vto.bench.jobs.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A statement that was run once.
 *
 * @param sql on one line
 * @param millis of its execution, without planning
 * @param rows that it returned
 * @param buffers of shared memory that it read or changed, each as often as it came to it; 8 KiB each
 * @param scanned tables of which it read all rows
 */
public record Execution(String sql, double millis, long rows, long buffers, Set<String> scanned) {

    private static final String WRITE = "ModifyTable";

    /** @param plan as EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) prints it, with its query */
    static Execution of(double millis, JsonNode plan) {
        JsonNode root = plan.path("Plan");
        Set<String> read = new HashSet<>();
        Set<String> scanned = new TreeSet<>();
        visit(root, read, scanned);
        return new Execution(
                plan.path("Query Text").asText().strip().replaceAll("\\s+", " "),
                millis,
                root.path("Actual Rows").asLong(),
                buffers(root) + unread(root, read),
                scanned);
    }

    private static void visit(JsonNode node, Set<String> read, Set<String> scanned) {
        if (node.has("CTE Name")) {
            read.add(node.path("CTE Name").asText());
        }
        if (node.path("Node Type").asText().equals("Seq Scan")) {
            scanned.add(node.path("Relation Name").asText());
        }
        node.path("Plans").forEach(child -> visit(child, read, scanned));
    }

    /** A node's figures include its children's, but not those of a write that nothing reads: it is run afterwards. */
    private static long unread(JsonNode root, Set<String> read) {
        long buffers = 0;
        for (JsonNode child : root.path("Plans")) {
            String name = child.path("Subplan Name").asText();
            if (child.path("Node Type").asText().equals(WRITE)
                    && name.startsWith("CTE ")
                    && !read.contains(name.substring("CTE ".length()))) {
                buffers += buffers(child);
            }
        }
        return buffers;
    }

    private static long buffers(JsonNode node) {
        return node.path("Shared Hit Blocks").asLong()
                + node.path("Shared Read Blocks").asLong();
    }
}
