package dev.vto.catalog.adapter.in.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes of problems: those that the docs explain, and those that the sources name. */
final class ErrorCodes {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    /** The first text that is given to what makes a problem: it is the code. */
    private static final Pattern THROWN =
            Pattern.compile("(?:Rejected\\.(?:conflict|unauthenticated|unavailable|rateLimited)|impossible"
                    + "|new Rejected|new Cap|Problem\\.of|problem|refused)\\(\\s*(?:[\\w.()]+,\\s*)*\"([a-z_]+)\"");

    /** How the mapper names what the framework refuses. */
    private static final Pattern MAPPED = Pattern.compile("case \\d+ -> \"([a-z]+(?:_[a-z]+)*)\"|[?:] \"([a-z_]+)\"");

    private ErrorCodes() {}

    static Set<String> documented() {
        return find(ROW, read(Path.of("..", "docs", "errors.md")));
    }

    static Set<String> thrown() {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .flatMap(source -> codes(source).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> codes(Path source) {
        Set<String> codes = find(THROWN, read(source));
        if (source.endsWith("ProblemMapper.java")) {
            codes.addAll(find(MAPPED, read(source)));
        }
        return codes;
    }

    private static Set<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.groupCount() > 1 && match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
