package dev.vto.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.local.Project;
import dev.vto.local.monitoring.Monitoring.Alert;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Each alert tells what it means, has a runbook, and is seen firing. */
class AlertsTest {

    private static final String RUNBOOKS = "docs/runbooks.md";
    private static final Pattern HEADING = Pattern.compile("(?m)^## (Vto\\w+)$");
    private static final Pattern MENTION = Pattern.compile("\\bVto[A-Z]\\w+");

    private final List<Alert> alerts = Monitoring.alerts();

    @Test
    void tellWhatTheyMean() {
        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.labels().get("severity")).isIn("critical", "warning");
            assertThat(alert.annotations())
                    .containsOnlyKeys("summary", "description", "runbook_url")
                    .containsEntry("runbook_url", RUNBOOKS + "#" + alert.name().toLowerCase(Locale.ROOT));
            assertThat(alert.annotations().values()).noneMatch(String::isBlank);
        });
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    void haveARunbookEachAndNoneIsWithoutItsAlert() throws IOException {
        assertThat(HEADING.matcher(text(RUNBOOKS)).results().map(heading -> heading.group(1)))
                .containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void areTheOnesThatDocumentsName() throws IOException {
        for (String document : List.of(RUNBOOKS, "docs/operations.md")) {
            assertThat(MENTION.matcher(text(document)).results().map(MatchResult::group))
                    .as(document)
                    .isSubsetOf(names());
        }
    }

    @Test
    void areTestedBothFiringAndNot() {
        assertThat(evaluated(true)).containsAll(names()).isSubsetOf(names());
        assertThat(evaluated(false)).containsAll(names()).isSubsetOf(names());
    }

    @Test
    void fireWhenTheyShould() throws Exception {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        String reason = "promtool (Debian: apt-get install prometheus) is not on the PATH: no alert is seen firing";
        if (!found) {
            System.out.println("skipped: " + reason);
        }
        Assumptions.assumeTrue(found, reason);

        Process test = new ProcessBuilder(Monitoring.PROMETHEUS.resolve("test").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(test.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(test.exitValue()).as(output).isZero();
        assertThat(output).contains("SUCCESS").doesNotContain("FAILED");
    }

    private List<String> names() {
        return alerts.stream().map(Alert::name).toList();
    }

    private static List<String> evaluated(boolean firing) {
        return Monitoring.evaluations().stream()
                .filter(evaluation -> evaluation.has("exp_alerts") == firing)
                .map(evaluation -> evaluation.path("alertname").asText())
                .toList();
    }

    private static String text(String document) throws IOException {
        return Files.readString(Project.ROOT.resolve(document));
    }
}
