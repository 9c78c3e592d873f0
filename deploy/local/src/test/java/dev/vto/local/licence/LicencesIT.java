package dev.vto.local.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vto.local.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every library of a third party in the packaged services is listed, and under a licence that is allowed. */
class LicencesIT {

    private static final String UPDATE = "vto.licences.update";
    private static final Path DOCUMENT = Project.ROOT.resolve("docs/licences.md");
    private static final String TABLE = "| library | licence |\n|---|---|\n";
    private static final Pattern ALLOWED = Pattern.compile("(?m)^- `([^`]+)`");
    private static final Pattern PACKAGED = Pattern.compile("(?m)^([^:\\s]+):([^:\\s]+):");
    private static final Set<String> SERVICES = Set.of("catalog-service", "vto-worker");

    private static final Map<String, SortedSet<String>> LIBRARIES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String service : SERVICES) {
            Path bill = Project.ROOT.resolve(service).resolve("target/sbom.json");
            assumeTrue(Files.exists(bill), "there is no " + bill + ": Maven writes it when it is not offline");
            Library.in(bill).forEach(library -> LIBRARIES.put(library.name(), library.licences()));
        }
    }

    @Test
    void areListed() throws IOException {
        String document = Files.readString(DOCUMENT);
        String listed = document.substring(0, document.indexOf(TABLE)) + table();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(DOCUMENT, listed);
        }

        assertThat(Files.readString(DOCUMENT))
                .as(
                        "docs/licences.md; when libraries were meant to change, update it by mvn verify -Dtest=None"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=%s"
                                + " -Dfailsafe.failIfNoSpecifiedTests=false -D%s=true",
                        getClass().getSimpleName(), UPDATE)
                .isEqualTo(listed);
    }

    @Test
    void areAllowed() throws IOException {
        Set<String> allowed = ALLOWED.matcher(Files.readString(DOCUMENT))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(LIBRARIES).hasSizeGreaterThan(100).allSatisfy((library, licences) -> assertThat(licences)
                .as(library)
                .containsAnyElementsOf(allowed));
    }

    /** What the build packages itself, whatever the bills say. */
    @Test
    void areOfAllThatIsPackaged() throws IOException {
        for (String service : SERVICES) {
            List<String> packaged = PACKAGED.matcher(Files.readString(
                            Project.ROOT.resolve(service).resolve("target/quarkus-app/quarkus-app-dependencies.txt")))
                    .results()
                    .filter(found -> !found.group(1).equals(Library.OURS))
                    .map(found -> Library.name(found.group(1), found.group(2)))
                    .toList();

            assertThat(packaged).hasSizeGreaterThan(100);
            assertThat(LIBRARIES).containsKeys(packaged.toArray(String[]::new));
        }
    }

    private static String table() {
        return LIBRARIES.entrySet().stream()
                .map(library -> "| " + library.getKey() + " | " + String.join(", ", library.getValue()) + " |\n")
                .collect(Collectors.joining("", TABLE, ""));
    }
}
