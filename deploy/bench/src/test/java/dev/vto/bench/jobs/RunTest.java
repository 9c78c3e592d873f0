package dev.vto.bench.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.bench.BenchCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RunTest {

    private final StringWriter printed = new StringWriter();
    private final CommandLine command = BenchCommand.commandLine(new Run()).setErr(new PrintWriter(printed));

    @Test
    void namesTheMeasuresWhereOneIsUnknown() {
        assertThat(command.execute("S", "X")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(printed.toString()).contains("'X'").contains("[S, D, L");
    }

    @Test
    void takesAllMeasuresWhereNoneIsNamed() {
        assertThat(Measures.ALL.split(","))
                .containsExactly(
                        Stream.of(Measures.values()).map(Measures::name).toArray(String[]::new));
    }

    @Test
    void namesTheRoundsThatAreAllowed() {
        assertThat(command.execute("--rounds", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(printed.toString()).contains("--rounds is 1 to 100, not 0");
        assertThat(command.execute("--rounds", "many")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void namesTheSizesThatAreAllowed() {
        assertThat(command.execute("G", "--sizes", "1000,10")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(printed.toString()).contains("--sizes rise from 1 to 6000000, unlike 1000,10");
        assertThat(command.execute("G", "--sizes", "6000001")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(command.execute("G", "--sizes", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
    }
}
