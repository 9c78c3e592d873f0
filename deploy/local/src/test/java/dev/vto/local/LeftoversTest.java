package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path folder;

    private Path file;
    private Process child;

    @BeforeEach
    void startAChild() throws IOException {
        file = folder.resolve("pids");
        child = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endTheChild() throws InterruptedException {
        child.destroyForcibly().waitFor();
    }

    @Test
    void endsWhatAnEarlierStackLeft() throws InterruptedException {
        new Leftovers(file).remember(child.toHandle());

        new Leftovers(file).end();

        // Its handle may tell of the end a moment before the process does.
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void endsByForceWhatDoesNotListen() throws IOException {
        Process stubborn =
                new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done").start();
        stubborn.inputReader().readLine();
        new Leftovers(file).remember(stubborn.toHandle());

        new Leftovers(file, Duration.ofMillis(100)).end();

        await().atMost(Duration.ofSeconds(10)).until(() -> !stubborn.isAlive());
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheNumber() throws IOException {
        Files.writeString(file, child.pid() + " 2001-01-01T00:00:00Z\n");

        new Leftovers(file).end();

        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void passesOverLinesThatWereCutOff() throws IOException {
        Files.writeString(file, "\n123\nabc def\n");

        new Leftovers(file).end();

        assertThat(file).doesNotExist();
    }

    @Test
    void forgetsWhatEndedInOrder() {
        Leftovers leftovers = new Leftovers(file);
        leftovers.remember(child.toHandle());

        leftovers.forget();
        new Leftovers(file).end();

        assertThat(child.isAlive()).isTrue();
    }
}
