package dev.vto.local.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an expression of <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">PromQL</a> names.
 *
 * @param labels those that it selects, groups or matches by
 */
public record PromQl(Set<String> metrics, Set<String> labels) {

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$])[a-zA-Z_:][\\w:]*(?!\\s*\\()\\b");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    static PromQl parse(String expression) {
        String bare = RANGE.matcher(STRING.matcher(expression).replaceAll("")).replaceAll("");
        Set<String> labels = new TreeSet<>();
        for (Pattern listed : new Pattern[] {SELECTOR, GROUPING}) {
            listed.matcher(bare).results().flatMap(list -> names(list.group(1))).forEach(labels::add);
            bare = listed.matcher(bare).replaceAll(" ");
        }
        return new PromQl(names(bare).collect(Collectors.toCollection(TreeSet::new)), labels);
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).filter(name -> !OPERATORS.contains(name));
    }
}
