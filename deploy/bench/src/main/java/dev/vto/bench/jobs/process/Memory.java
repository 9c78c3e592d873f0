package dev.vto.bench.jobs.process;

import dev.vto.bench.BenchFailure;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process of Java on this machine takes. */
public final class Memory {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)$");
    private static final int KIB = 1024;

    private Memory() {}

    /**
     * What it has in memory, its code and libraries as well.
     *
     * @return bytes
     * @throws BenchFailure where the system does not tell, as any but Linux
     */
    public static long resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            throw new BenchFailure("the memory of process " + pid + " is not known: " + status + " cannot be read");
        }
        return resident(Files.readString(status));
    }

    /**
     * What is alive on its heap, after a collection.
     *
     * @param folder for what jcmd prints
     * @return bytes
     * @throws BenchFailure where this is no JDK, which has jcmd
     */
    public static long live(long pid, Path folder, StopSignal stop) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            throw new BenchFailure("the heap of process " + pid + " is not known: there is no " + jcmd);
        }
        return live(Program.run(
                List.of(jcmd.toString(), Long.toString(pid), "GC.class_histogram"), Map.of(), folder, LIMIT, stop));
    }

    static long resident(String status) {
        return KIB * number(RESIDENT, status);
    }

    static long live(String histogram) {
        return number(LIVE, histogram);
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new BenchFailure("no " + pattern + " in " + text.lines().count() + " lines");
        }
        return Long.parseLong(found.group(1));
    }
}
