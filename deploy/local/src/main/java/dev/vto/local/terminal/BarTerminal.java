package dev.vto.local.terminal;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars that are drawn over themselves. */
record BarTerminal(PrintStream out) implements Terminal {

    private static final int STEPS = 100;
    private static final Duration REDRAW = Duration.ofMillis(100);

    /** ANSI: to the first column, and clear the line; a bar that is drawn there comes back below. */
    private static final String CLEAR = "\r\u001b[2K";

    @Override
    public void say(String line) {
        out.print(CLEAR + line + System.lineSeparator());
        out.flush();
    }

    @Override
    public Task begin(String name) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(STEPS)
                .setUnit("%", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) REDRAW.toMillis())
                .continuousUpdate()
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
        return new Task() {

            @Override
            public void at(double fraction, String now) {
                bar.stepTo(Math.round(fraction * STEPS));
                bar.setExtraMessage(" " + now);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
