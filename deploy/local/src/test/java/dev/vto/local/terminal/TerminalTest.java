package dev.vto.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void writesALineForEachChange() {
        Terminal terminal = Terminal.on(new PrintStream(written), false);

        try (Terminal.Task task = terminal.begin("pictures:")) {
            task.at(0, "waiting");
            task.at(0, "waiting");
            task.at(0.51, "50 %");
            task.at(1, "done");
        }
        terminal.say("all there");

        assertThat(written.toString().lines())
                .containsExactly("pictures: waiting", "pictures: 50 %", "pictures: done", "all there");
    }

    @Test
    void drawsABarWhereAPersonLooksOn() {
        Terminal terminal = Terminal.on(new PrintStream(written), true);

        try (Terminal.Task task = terminal.begin("pictures:")) {
            task.at(1, "done");
        }

        assertThat(lastDrawn()).contains("pictures:", "100%", "done").containsPattern("\\[=+]");
    }

    @Test
    void saysALineOverABarWithoutMixingThem() {
        Terminal terminal = Terminal.on(new PrintStream(written), true);

        try (Terminal.Task task = terminal.begin("starting")) {
            task.at(0.5, "Kafka");
            terminal.say("worker-1 ended");
        }

        assertThat(written.toString()).contains("\r\u001b[2Kworker-1 ended" + System.lineSeparator());
        assertThat(lastDrawn()).contains("starting", "50%");
    }

    private String lastDrawn() {
        String all = written.toString().stripTrailing();
        return all.substring(all.lastIndexOf('\r') + 1);
    }
}
