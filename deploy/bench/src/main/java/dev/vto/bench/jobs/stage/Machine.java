package dev.vto.bench.jobs.stage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What it was measured on, as far as figures depend on it. */
public final class Machine {

    private static final double GIB = 1 << 30;
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** By name, in the order in which it is printed. */
    public static Map<String, String> describe(Stage stage) throws IOException, SQLException {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors() + processor());
        machine.put(
                "memory",
                String.format(
                        Locale.ROOT,
                        "%.1f GiB",
                        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                                        .getTotalMemorySize()
                                / GIB));
        machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        machine.put(
                "load",
                String.format(
                        Locale.ROOT,
                        "%.1f before the first round",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        machine.put("disk", Files.getFileStore(stage.folder()).type());
        machine.put(
                "postgresql",
                stage.database().row("SHOW server_version").get(0)
                        + ", fsync, synchronous_commit and full_page_writes on, shared_buffers "
                        + stage.database().row("SHOW shared_buffers").get(0));
        machine.putAll(Versions.ofLibraries());
        return machine;
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPUS)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        }
    }
}
