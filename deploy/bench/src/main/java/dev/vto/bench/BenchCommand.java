package dev.vto.bench;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** How the commands of this module tell what is wrong: a sentence, and no stack trace for what a user can mend. */
public final class BenchCommand {

    private BenchCommand() {}

    /** @param command annotated for picocli, with a name */
    public static CommandLine commandLine(Object command) {
        return new CommandLine(command)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    String name = wrong.getCommandLine().getCommandName();
                    wrong.getCommandLine()
                            .getErr()
                            .println(name + ": " + wrong.getMessage() + "\n" + name + " --help tells the rest");
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof BenchFailure) {
                        line.getErr().println(line.getCommandName() + ": " + failure.getMessage());
                        return ExitCode.SOFTWARE;
                    }
                    throw failure;
                });
    }
}
