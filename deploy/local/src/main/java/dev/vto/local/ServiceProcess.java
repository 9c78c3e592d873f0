package dev.vto.local;

import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A packaged service that runs as a child process and writes its output to a log file. */
public final class ServiceProcess {

    /** Far beyond what a loaded machine takes: a service that cannot start ends, and is not waited for. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
    private static final Duration PROBE_EVERY = Duration.ofMillis(100);
    private static final int LAST_LINES = 15;
    private static final String JAR = "quarkus-run.jar";

    /** Ctrl-C and a closed terminal reach every process of the terminal, but it is the stack that stops its services. */
    private static final String UNTOUCHED_BY_THE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

    private final String name;
    private final Process process;
    private final Path log;
    private final int managementPort;

    private ServiceProcess(String name, Process process, Path log, int managementPort) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.managementPort = managementPort;
    }

    /**
     * @param application folder of the packaged service, in which it runs
     * @param environment settings of the service; no {@code VTO_} setting of this process reaches it otherwise
     */
    static ServiceProcess start(
            String name, Path application, Map<String, String> environment, Path logs, int managementPort) {
        if (!Files.isRegularFile(application.resolve(JAR))) {
            throw new StackFailure(name + " is not built: there is no " + application.resolve(JAR));
        }
        Path log = logs.resolve(name + ".log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", UNTOUCHED_BY_THE_TERMINAL, name, java));
        command.addAll(sharedClasses(application.resolve("app-cds.jsa")));
        command.addAll(List.of("-jar", JAR));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(application.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().removeIf(setting -> setting.startsWith("VTO_"));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", Port.HOST);
        try {
            return new ServiceProcess(name, builder.start(), log, managementPort);
        } catch (IOException e) {
            throw new StackFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * What has a JVM take classes that the build has loaded before, if its class path is named as it was then: from
     * within the folder. Without the archive, or with that of another JVM, it starts all the same, and later.
     */
    private static List<String> sharedClasses(Path archive) {
        return Files.isRegularFile(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Where health and metrics are. */
    public String managementUrl() {
        return "http://" + Port.HOST + ":" + managementPort;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Acts when the process ends. */
    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    String epitaph() {
        return name + " (pid " + pid() + ") ended with exit code " + process.exitValue() + "; its log is " + log;
    }

    /**
     * Waits until it is ready.
     *
     * @throws StackFailure if the service ends instead, or is not ready in time; with the end of its log
     */
    public void awaitReady(StopSignal stop) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!isReady(client)) {
            stop.check();
            if (process.waitFor(PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StackFailure(epitaph() + "\n" + endOfLog());
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(name + " was not ready after " + READY_LIMIT.toSeconds() + " s\n" + endOfLog());
            }
        }
    }

    /** Asks the service to end, waits, and ends it by force where it does not. */
    void stop(Duration grace) {
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl() + "/q/health/ready"))
                .timeout(PROBE_LIMIT)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String endOfLog() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
        } catch (IOException e) {
            return "its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
