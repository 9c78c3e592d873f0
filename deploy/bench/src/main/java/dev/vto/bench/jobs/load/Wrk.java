package dev.vto.bench.jobs.load;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.process.Program;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * wrk with a script of ours, for rates. It is written in C, and takes a small part of what a client in Java takes of the
 * processors, which the server needs too.
 */
public final class Wrk {

    private static final String PROGRAM = "wrk";
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final double MICROS = 1e6;
    private static final Pattern COUNTED = Pattern.compile("counted (\\d+) in (\\d+) us, (\\d+) failed");

    private static final String SCRIPT =
            """
            local calls = {}
            local turn = 0

            function init()
            %s
            end

            function request()
              turn = turn %% #calls + 1
              return calls[turn]
            end

            function done(summary)
              local errors = summary.errors
              local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
              io.write(string.format("counted %%d in %%d us, %%d failed\\n", summary.requests, summary.duration, failed))
            end
            """;

    private final Path program;
    private final URI base;
    private final int connections;
    private final Path folder;
    private final StopSignal stop;

    /**
     * @param base of the API, without a path
     * @param folder of its own, for the script
     */
    public Wrk(Path program, URI base, int connections, Path folder, StopSignal stop) {
        this.program = program;
        this.base = base;
        this.connections = connections;
        this.folder = folder;
        this.stop = stop;
    }

    /** Where it is, if it is on the path. */
    public static Optional<Path> program() {
        return Program.find(PROGRAM);
    }

    /** Makes calls in turn, first to warm up, and then those that count. */
    public ClosedLoop.Counted run(List<HttpCalls.Call> calls, Duration warmUp, Duration time)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path script = Files.writeString(folder.resolve("calls.lua"), script(calls));
        Answers first = run(script, warmUp);
        Answers counted = run(script, time);
        return new ClosedLoop.Counted(
                first.count() + counted.count(),
                counted.count() / counted.seconds(),
                first.failed() + counted.failed(),
                2L * connections);
    }

    private Answers run(Path script, Duration time) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--threads", "1"));
        command.addAll(List.of("--connections", Integer.toString(connections)));
        command.addAll(List.of("--duration", Math.max(1, time.toSeconds()) + "s"));
        command.addAll(List.of("--timeout", ANSWER_LIMIT.toSeconds() + "s"));
        command.addAll(List.of("--script", script.toString(), base.toString()));
        return Answers.read(Program.run(command, Map.of(), folder, time.plus(GRACE), stop));
    }

    /** Lua that sends calls in turn, each put together once. */
    static String script(List<HttpCalls.Call> calls) {
        List<String> lines = new ArrayList<>();
        for (HttpCalls.Call call : calls) {
            String headers = call.headers().entrySet().stream()
                    .map(header -> "[" + text(header.getKey()) + "] = " + text(header.getValue()))
                    .collect(Collectors.joining(", "));
            lines.add("  calls[#calls + 1] = wrk.format(" + text(call.method()) + ", " + text(call.path()) + ", {"
                    + headers + "}" + (call.body().isEmpty() ? "" : ", " + text(call.body())) + ")");
        }
        return SCRIPT.formatted(String.join("\n", lines));
    }

    /** A literal of Lua. */
    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** What one run printed. */
    record Answers(long count, double seconds, long failed) {

        /** @throws BenchFailure if it printed no figures */
        static Answers read(String printed) {
            Matcher found = COUNTED.matcher(printed);
            if (!found.find()) {
                throw new BenchFailure("wrk printed no figures: "
                        + String.join(" / ", Arrays.asList(printed.strip().split("\n"))));
            }
            return new Answers(
                    Long.parseLong(found.group(1)),
                    Long.parseLong(found.group(2)) / MICROS,
                    Long.parseLong(found.group(3)));
        }
    }
}
