package dev.vto.shared.adapter.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that speaks S3, in a process of its own: Adobe's S3Mock, which looks at no signature. */
final class S3Server implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on ports .*?(\\d+) \\(http\\)");

    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final String endpoint;

    private S3Server(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Returns when it answers.
     *
     * @param folder where it keeps what it stores
     */
    static S3Server start(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        // It lives for seconds, which are spent on its start.
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        System.getProperty("s3mock.jar"),
                        "--com.adobe.testing.s3mock.http-port=0",
                        "--server.port=0",
                        "--spring.main.lazy-initialization=true",
                        "--com.adobe.testing.s3mock.store.root=" + folder)
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        CompletableFuture<String> port = new CompletableFuture<>();
        Thread reader = new Thread(() -> listen(process, port), "s3-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new S3Server(process, "http://127.0.0.1:" + port.get(START.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the server did not start", e);
        }
    }

    String endpoint() {
        return endpoint;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** To its end: a process whose output nobody reads stands still. */
    private static void listen(Process process, CompletableFuture<String> port) {
        StringBuilder said = new StringBuilder();
        try {
            process.inputReader().lines().forEach(line -> {
                if (!port.isDone()) {
                    said.append(line).append('\n');
                }
                Matcher started = STARTED.matcher(line);
                if (started.find()) {
                    port.complete(started.group(1));
                }
            });
        } catch (UncheckedIOException e) {
            said.append(e);
        }
        port.completeExceptionally(new IllegalStateException("it ended, and said:\n" + said));
    }
}
