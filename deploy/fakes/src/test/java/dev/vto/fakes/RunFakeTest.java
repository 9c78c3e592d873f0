package dev.vto.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command says before it starts anything. */
class RunFakeTest {

    private final StringWriter errors = new StringWriter();
    private final StringWriter output = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                             | Missing required parameter: 'BACKEND'
                    paint                          | BACKEND is one of chat, cog, comfyui, fal, fashn, kling, replicate, vertex, not paint
                    fashn --fault rain             | a fault is one of rate-limited, rate-limited-with-hint, busy
                    fashn --fault moderated@night  | a request is upload, submit, look, watch, file, remove, cancel or token, not night
                    fashn --fault moderated*0      | a fault is NAME[@REQUEST][*TIMES], not moderated*0
                    fashn --port often             | is not an int
                    """)
    void saysWhatIsWrongWithItsArguments(String arguments, String message) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains(message);
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(output.toString()).contains("--port", "--key", "--pace", "--fault");
    }

    private int run(String... arguments) {
        return new CommandLine(new RunFake())
                .setErr(new PrintWriter(errors))
                .setOut(new PrintWriter(output))
                .execute(arguments);
    }
}
