package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command says before anything starts. */
class UpTest {

    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();
    private final StringWriter output = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --workers many            | is not an int
                    --workers -1              | --workers is 0 to 64, not -1
                    --workers 65              | --workers is 0 to 64, not 65
                    --workers                 | Missing required parameter
                    --generator paint         | expected one of [studio, simulated,
                    --photos somewhere        | Missing required argument(s): --demo
                    --demo --workers 0        | the demo needs a worker
                    --demo --photos /no/where | there is no folder /no/where
                    --wrong                   | Unknown option
                    """)
    void saysWhatIsWrongWithItsArguments(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).startsWith("up: ").contains(message, "--help");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asksForAFrontBeforeItStarts() {
        assertThat(run("--demo", "--photos", folder.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains("there is no photo of a front in " + folder, "upperFront");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(output.toString())
                .contains("--demo", "--photos", "--workers", "--ephemeral", "--generator", "studio, simulated")
                .contains("VTO_HTTP_PORT", "VTO_HOME");
    }

    private int run(String... arguments) {
        Map<String, String> environment =
                Map.of("VTO_HOME", folder.toString(), "VTO_PROJECT", folder.toString(), "VTO_HTTP_PORT", "0");
        Terminal terminal = Terminal.on(new PrintStream(new ByteArrayOutputStream()), false);
        return Up.commandLine(new Up(environment, terminal))
                .setErr(new PrintWriter(errors))
                .setOut(new PrintWriter(output))
                .execute(arguments);
    }
}
