package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code up}, in a project of its own, with a Java and a Maven that only tell how they were called. */
class UpScriptTest {

    private static final List<String> MODULES = List.of(
            "shared-domain/core",
            "shared-domain/adapter",
            "deploy/provision",
            "deploy/infra",
            "deploy/local",
            "catalog-service",
            "vto-worker");
    private static final List<String> JARS = List.of(
            "catalog-service/target/quarkus-app/quarkus-run.jar",
            "vto-worker/target/quarkus-app/quarkus-run.jar",
            "deploy/local/target/vto-local.jar");

    /** What the script itself needs, without java and mvn. */
    private static final List<String> TOOLS =
            List.of("bash", "cat", "dirname", "env", "find", "mkdir", "readlink", "sed", "touch");

    @TempDir
    Path folder;

    private Path project;
    private Path programs;

    private record Outcome(int exit, String output) {}

    @BeforeEach
    void layTheProject() throws IOException {
        project = folder.toRealPath().resolve("a project with spaces");
        programs = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            program(tool, "exec " + locate(tool) + " \"$@\"");
        }
        write("pom.xml");
        for (String module : MODULES) {
            write(module + "/pom.xml");
            write(module + "/src/main/java/Source.java");
        }
        Files.copy(Project.ROOT.resolve("deploy/local/up"), project.resolve("deploy/local/up"));
        Files.setPosixFilePermissions(project.resolve("deploy/local/up"), PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String jar : JARS) {
            write(jar);
        }
    }

    @Test
    void startsThroughALinkFromAnyFolder() throws Exception {
        java("17");
        Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("deploy/local/up"));

        Outcome outcome = run(link, "--workers", "2");

        assertThat(outcome.output())
                .isEqualTo("java -Dvto.terminal=false -jar " + project.resolve("deploy/local/target/vto-local.jar")
                        + " --workers 2 for " + project + "\n");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        Outcome outcome = run();

        assertThat(outcome.output()).startsWith("up: there is no java.").contains("version 17 or later");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        for (String version : List.of("1.8", "11", "16")) {
            java(version);

            Outcome outcome = run();

            assertThat(outcome.output()).contains("is Java " + version + "; version 17 or later is needed");
            assertThat(outcome.exit()).isEqualTo(1);
        }
    }

    @Test
    void saysThatThereIsNoMavenToBuildWith() throws Exception {
        java("25");
        Files.delete(project.resolve(JARS.get(0)));

        Outcome outcome = run();

        assertThat(outcome.output()).contains("must be built first, and there is no mvn");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void buildsOnceWhenASourceIsNewer() throws Exception {
        java("21");
        program("mvn", "echo \"mvn $*\"; touch */target/quarkus-app/*.jar");
        Path source = project.resolve("shared-domain/core/src/main/java/Source.java");
        Instant made = Files.getLastModifiedTime(project.resolve(JARS.get(2))).toInstant();
        Files.setLastModifiedTime(source, FileTime.from(made.plusMillis(1)));

        assertThat(run().output()).contains("building the services", "package", "java -D");
        assertThat(run().output()).doesNotContain("building").startsWith("java -D");
    }

    @Test
    void stopsWhereTheBuildFails() throws Exception {
        java("17");
        program("mvn", "echo 'COMPILATION ERROR'; exit 1");
        Files.delete(project.resolve(JARS.get(1)));

        Outcome outcome = run();

        assertThat(outcome.output())
                .contains("COMPILATION ERROR", "up: the build failed")
                .doesNotContain("java -D");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    private Outcome run() throws Exception {
        return run(project.resolve("deploy/local/up"));
    }

    private Outcome run(Path script, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .directory(folder.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", programs.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private void java(String version) throws IOException {
        program(
                "java",
                """
                case "$1" in
                  -XshowSettings*) echo "    java.specification.version = %s" >&2 ;;
                  *) echo "java $* for $VTO_PROJECT" ;;
                esac
                """
                        .formatted(version));
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void write(String name) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }

    private static Path locate(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + tool));
    }
}
