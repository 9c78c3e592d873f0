package dev.vto.shared.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.JobStatus.Move;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Diagram and table of {@code docs/job-lifecycle.md} say what {@link JobStatus} does. */
class JobLifecycleDocumentTest {

    private static final Path DOCUMENT = Path.of("../../docs/job-lifecycle.md");
    private static final Pattern ARROW = Pattern.compile(" +([A-Z]+) --> ([A-Z]+): (.+)");
    private static final Pattern ROW =
            Pattern.compile("\\| ([A-Z]+(?:, [A-Z]+)*) \\| ([A-Z]+) \\| ([a-z ]+) \\|.*\\|.*\\|");

    private record Way(JobStatus from, Move move, JobStatus to) {}

    @Test
    void drawsEveryMove() throws IOException {
        List<Way> drawn = Files.readAllLines(DOCUMENT).stream()
                .map(ARROW::matcher)
                .filter(Matcher::matches)
                .map(arrow -> way(arrow.group(1), arrow.group(3), arrow.group(2)))
                .toList();

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(ways());
    }

    @Test
    void listsEveryMove() throws IOException {
        List<Way> listed = Files.readAllLines(DOCUMENT).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .flatMap(row ->
                        Arrays.stream(row.group(1).split(", ")).map(from -> way(from, row.group(3), row.group(2))))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(ways());
    }

    private static Way way(String from, String move, String to) {
        return new Way(
                JobStatus.valueOf(from),
                Move.valueOf(move.toUpperCase(Locale.ROOT).replace(' ', '_')),
                JobStatus.valueOf(to));
    }

    private static List<Way> ways() {
        return Arrays.stream(JobStatus.values())
                .flatMap(from -> Arrays.stream(Move.values()).flatMap(move -> way(from, move)))
                .toList();
    }

    private static Stream<Way> way(JobStatus from, Move move) {
        try {
            return Stream.of(new Way(from, move, from.after(move)));
        } catch (IllegalJobMove illegal) {
            return Stream.empty();
        }
    }
}
