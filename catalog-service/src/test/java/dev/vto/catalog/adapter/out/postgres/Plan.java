package dev.vto.catalog.adapter.out.postgres;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A node of what EXPLAIN tells as JSON, with those below it. */
record Plan(JsonObject node) {

    /** At most 64, as a job asks for no more. */
    private static final String RESULTS_OF_A_JOB = "(job_id = j.id)";

    /** What goes through a whole table, or sorts what no LIMIT below has cut down to a page. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        all().forEach(plan -> {
            if (plan.type().equals("Seq Scan") && MillionRows.TABLES.contains(plan.node.getString("Relation Name"))) {
                faults.add("Seq Scan on " + plan.node.getString("Relation Name"));
            }
            if (plan.type().endsWith("Sort") && !plan.isCut()) {
                faults.add(plan.type() + " by " + plan.node.getJsonArray("Sort Key"));
            }
        });
        return faults;
    }

    /** The indexes that are read. */
    Set<String> indexes() {
        Set<String> names = new TreeSet<>();
        all().forEach(plan -> {
            if (plan.node.containsKey("Index Name")) {
                names.add(plan.node.getString("Index Name"));
            }
        });
        return names;
    }

    private String type() {
        return node.getString("Node Type");
    }

    /** Whether a LIMIT bounds the rows, or they are fetched by ids, or as the few results of one job. */
    private boolean isCut() {
        List<Plan> below = below();
        if (type().equals("Limit")) {
            return true;
        }
        if (below.isEmpty()) {
            String condition = node.getString("Index Cond", "");
            return condition.contains("(id = ANY") || condition.contains(RESULTS_OF_A_JOB);
        }
        return type().equals("Nested Loop")
                ? below.get(0).isCut()
                : below.stream().allMatch(Plan::isCut);
    }

    private Stream<Plan> all() {
        return Stream.concat(Stream.of(this), below().stream().flatMap(Plan::all));
    }

    private List<Plan> below() {
        return node.getJsonArray("Plans", new JsonArray()).stream()
                .map(child -> new Plan((JsonObject) child))
                .toList();
    }

    @Override
    public String toString() {
        return node.encodePrettily();
    }
}
