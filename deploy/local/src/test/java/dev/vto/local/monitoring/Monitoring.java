package dev.vto.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.vto.local.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The alerts and the dashboards of the project, as Prometheus and Grafana are given them. */
public final class Monitoring {

    static final Path PROMETHEUS = Project.ROOT.resolve("deploy/compose/prometheus");

    private static final Path DASHBOARDS = Project.ROOT.resolve("deploy/compose/grafana/dashboards");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Monitoring() {}

    /** A rule that fires. */
    record Alert(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {

        static Alert of(JsonNode rule) {
            return new Alert(
                    rule.path("alert").asText(),
                    rule.path("expr").asText(),
                    texts(rule.path("labels")),
                    texts(rule.path("annotations")));
        }
    }

    static List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        read(PROMETHEUS.resolve("alerts.yml")).path("groups").forEach(group -> group.path("rules")
                .forEach(rule -> alerts.add(Alert.of(rule))));
        return alerts;
    }

    /** What promtool tests of the alerts: each evaluation, with the alerts that it expects. */
    static List<JsonNode> evaluations() {
        List<JsonNode> evaluations = new ArrayList<>();
        for (Path file : files(PROMETHEUS.resolve("tests"), ".yml")) {
            read(file).path("tests").forEach(test -> test.path("alert_rule_test")
                    .forEach(evaluations::add));
        }
        return evaluations;
    }

    /** What alerts and dashboards ask Prometheus, by who asks. */
    public static Map<String, PromQl> questions() {
        Map<String, PromQl> questions = new TreeMap<>();
        alerts().forEach(alert -> questions.put(alert.name(), PromQl.parse(alert.expression())));
        for (Path dashboard : files(DASHBOARDS, ".json")) {
            for (JsonNode panel : read(dashboard).path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    questions.put(
                            panel.path("title").asText() + " "
                                    + target.path("refId").asText(),
                            PromQl.parse(target.path("expr").asText()));
                }
            }
        }
        return questions;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.fields()
                .forEachRemaining(
                        field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON is YAML too. */
    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
