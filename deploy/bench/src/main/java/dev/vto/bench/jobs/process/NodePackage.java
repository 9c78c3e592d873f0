package dev.vto.bench.jobs.process;

import dev.vto.bench.BenchFailure;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scripts of Node with the packages that they need, and the Node that runs them: that of the machine where it is new
 * enough, else the one that is among the optional packages.
 *
 * @param version as Node prints it
 */
public record NodePackage(Path folder, Path node, String version) {

    /** The least version of Node that runs the scripts. */
    private static final int MAJOR = 22;

    private static final int MINOR = 18;
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})\\..*");
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(30);
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(5);
    private static final String LOCK = "package-lock.json";

    /**
     * Installs what the lock file names, unless it is there.
     *
     * @param sources the scripts, with {@code package.json} and the lock file
     * @param folder where they are copied to, and the packages installed
     * @param path folders in which Node and npm are looked for, as in {@code PATH}
     * @throws BenchFailure with the reason in its first line, if Node or npm is missing or npm fails
     */
    public static NodePackage install(Path sources, Path folder, String path, StopSignal stop)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Optional<Path> found = Program.find("node", path);
        boolean runs = found.isPresent() && runs(version(found.get(), folder, stop));
        Path bundled = folder.resolve("node_modules/.bin/node");
        // npm writes it when all else is there.
        boolean complete = Files.exists(folder.resolve("node_modules/.package-lock.json"))
                && Files.mismatch(sources.resolve(LOCK), folder.resolve(LOCK)) < 0
                && (runs || Files.exists(bundled));
        copy(sources, folder);
        if (!complete) {
            npm(folder, path, runs, stop);
        }
        if (!runs && !Files.exists(bundled)) {
            throw new BenchFailure(
                    "it needs Node " + MAJOR + "." + MINOR + ", which npm does not have for this machine");
        }
        Path node = runs ? found.get() : bundled;
        return new NodePackage(folder, node, version(node, folder, stop));
    }

    /** How one of its scripts is run. */
    public List<String> command(String script) {
        return List.of(node.toString(), folder.resolve(script).toString());
    }

    /** @param version of Node, as it prints it */
    static boolean runs(String version) {
        Matcher parts = VERSION.matcher(version);
        return parts.matches()
                && (Integer.parseInt(parts.group(1)) > MAJOR
                        || Integer.parseInt(parts.group(1)) == MAJOR && Integer.parseInt(parts.group(2)) >= MINOR);
    }

    private static String version(Path node, Path folder, StopSignal stop) throws IOException, InterruptedException {
        return Program.run(List.of(node.toString(), "--version"), Map.of(), folder, VERSION_LIMIT, stop)
                .strip();
    }

    private static void copy(Path sources, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void npm(Path folder, String path, boolean withoutNode, StopSignal stop)
            throws IOException, InterruptedException {
        Path npm = Program.find("npm", path)
                .orElseThrow(() -> new BenchFailure("npm, which installs what it needs, is missing"));
        List<String> command = new ArrayList<>(List.of(
                npm.toString(),
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefer-offline",
                "--loglevel=error"));
        if (withoutNode) {
            command.add("--omit=optional");
        }
        Program.run(command, Map.of(), folder, INSTALL_LIMIT, stop);
    }
}
