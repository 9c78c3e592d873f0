package dev.vto.local.monitoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What services show to Prometheus, in its <a
 * href="https://prometheus.io/docs/instrumenting/exposition_formats/">text format</a>: the metrics, each with the labels
 * that its samples have.
 */
public record Scrape(Map<String, Set<String>> labels) {

    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+.*$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Prometheus adds these itself. */
    private static final Set<String> OF_EVERY_TARGET = Set.of("job", "instance", "service");

    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    public static Scrape of(Iterable<String> pages) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (String page : pages) {
            page.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(sample -> {
                Set<String> names = labels.computeIfAbsent(sample.group(1), first -> new HashSet<>());
                LABEL.matcher(Objects.requireNonNullElse(sample.group(2), ""))
                        .results()
                        .forEach(label -> names.add(label.group(1)));
            });
        }
        return new Scrape(labels);
    }

    /** What an expression names and nothing shows: metrics, and labels that none of its metrics has. */
    public Set<String> missing(PromQl asked) {
        Set<String> missing = new HashSet<>(asked.metrics());
        missing.removeAll(labels.keySet());
        missing.removeAll(OF_PROMETHEUS);
        Set<String> unlabelled = new HashSet<>(asked.labels());
        asked.metrics().forEach(metric -> unlabelled.removeAll(labels.getOrDefault(metric, Set.of())));
        unlabelled.removeAll(OF_EVERY_TARGET);
        missing.addAll(unlabelled);
        return missing;
    }
}
