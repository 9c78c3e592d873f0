package dev.vto.bench.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vto.bench.BenchFailure;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With programs that stand for Node and npm. */
class NodePackageTest {

    /** Installs a Node unless it is told not to, and writes down what it was asked. */
    private static final String NPM =
            """
            #!/bin/sh
            echo "$*" >> asked
            mkdir -p node_modules/.bin
            case "$*" in
              *--omit=optional*) ;;
              *) printf '#!/bin/sh\\necho v22.23.3\\n' > node_modules/.bin/node; chmod +x node_modules/.bin/node ;;
            esac
            touch node_modules/.package-lock.json
            """;

    @TempDir
    private Path root;

    private Path sources;
    private Path folder;
    private Path programs;

    @BeforeEach
    void makeFolders() throws IOException {
        sources = Files.createDirectory(root.resolve("sources"));
        programs = Files.createDirectory(root.resolve("programs"));
        folder = root.resolve("folder");
        Files.writeString(sources.resolve("package-lock.json"), "1");
        Files.writeString(sources.resolve("script.mjs"), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v22.18.0", "v22.20.1", "v24.0.0"})
    void runsOnNewNodes(String version) {
        assertThat(NodePackage.runs(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v20.20.2", "v22.17.9", "v8.0.0", "no version"})
    void runsOnNoOthers(String version) {
        assertThat(NodePackage.runs(version)).isFalse();
    }

    @Test
    void takesTheNodeOfTheMachineWhereItIsNewEnough() throws Exception {
        Path node = program("node", "#!/bin/sh\necho v24.1.0\n");
        program("npm", NPM);

        assertThat(install()).isEqualTo(new NodePackage(folder, node, "v24.1.0"));
        assertThat(asked()).singleElement().asString().startsWith("ci ").contains("--omit=optional");
    }

    @Test
    void takesTheNodeOfThePackagesWhereThatOfTheMachineIsOld() throws Exception {
        program("node", "#!/bin/sh\necho v20.20.2\n");
        program("npm", NPM);

        NodePackage installed = install();

        assertThat(installed.version()).isEqualTo("v22.23.3");
        assertThat(installed.command("script.mjs"))
                .containsExactly(
                        folder.resolve("node_modules/.bin/node").toString(),
                        folder.resolve("script.mjs").toString());
        assertThat(folder.resolve("script.mjs")).exists();
    }

    @Test
    void installsAnewOnlyWhatIsAnother() throws Exception {
        program("npm", NPM);
        install();
        install();
        assertThat(asked()).hasSize(1);

        Files.writeString(sources.resolve("package-lock.json"), "2");
        install();

        assertThat(asked()).hasSize(2);
    }

    @Test
    void tellsThatNpmIsMissing() {
        assertThatExceptionOfType(BenchFailure.class)
                .isThrownBy(this::install)
                .withMessage("npm, which installs what it needs, is missing");
    }

    @Test
    void tellsWhyNpmFailed() throws Exception {
        program("npm", "#!/bin/sh\necho npm error code E404\nexit 1\n");

        assertThatExceptionOfType(BenchFailure.class)
                .isThrownBy(this::install)
                .withMessageContaining("ended with exit code 1: npm error code E404");
    }

    @Test
    void tellsThatThereIsNoNodeForTheMachine() throws Exception {
        program("npm", "#!/bin/sh\nmkdir node_modules\ntouch node_modules/.package-lock.json\n");

        assertThatExceptionOfType(BenchFailure.class)
                .isThrownBy(this::install)
                .withMessageContaining("it needs Node 22.18");
    }

    private NodePackage install() throws IOException, InterruptedException {
        return NodePackage.install(sources, folder, programs.toString(), new StopSignal());
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(name), script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
