package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads of a threat finds the test that tries it. */
class SecurityDocumentTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern THREAT = Pattern.compile("(?m)^\\| (?!threat \\|)\\w.*$");

    @Test
    void namesForEachThreatTestsThatThereAre() throws IOException {
        Set<String> tests = tests();
        List<String> threats = THREAT.matcher(Files.readString(Project.ROOT.resolve("docs/security.md")))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(threats).hasSizeGreaterThan(10).allSatisfy(threat -> {
            Set<String> named = TEST.matcher(threat)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).isNotEmpty();
            assertThat(tests).containsAll(named);
        });
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Project.ROOT)) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
