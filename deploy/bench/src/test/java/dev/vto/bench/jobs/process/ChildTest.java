package dev.vto.bench.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.bench.BenchFailure;
import dev.vto.local.terminal.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final StopSignal stop = new StopSignal();

    /** Answers what it is told, and does what else a role might do. */
    public static final class Echo implements Role {

        /** Numbers, out and back. */
        public record Numbers(List<Integer> values) {}

        @Override
        public Object act(String order, JsonNode details) throws Exception {
            return switch (order) {
                case "reverse" -> {
                    List<Integer> values = Role.read(details, Numbers.class).values();
                    System.out.println("this is no answer");
                    yield new Numbers(List.of(values.get(1), values.get(0)));
                }
                case "die" -> {
                    Runtime.getRuntime().halt(3);
                    yield "";
                }
                case "hang" -> {
                    Thread.sleep(LIMIT.toMillis());
                    yield "";
                }
                default -> throw new IllegalArgumentException("no order: " + order);
            };
        }

        @Override
        public void close() {}
    }

    @Test
    void answersInRecordsWhateverElseItPrints() throws Exception {
        try (Child child = start()) {
            assertThat(child.ask("reverse", new Echo.Numbers(List.of(1, 2)), Echo.Numbers.class, LIMIT))
                    .isEqualTo(new Echo.Numbers(List.of(2, 1)));
        }
    }

    @Test
    void tellsWhatFailedAndGoesOn() throws Exception {
        try (Child child = start()) {
            assertThatExceptionOfType(BenchFailure.class)
                    .isThrownBy(() -> child.ask("jump", "", String.class, LIMIT))
                    .withMessageContaining("Echo, asked to jump")
                    .withMessageContaining("no order: jump");
            child.ask("reverse", Map.of("values", List.of(1, 2)), Echo.Numbers.class, LIMIT);
        }
    }

    @Test
    void tellsOfItsDeath() throws Exception {
        try (Child child = start()) {
            assertThatExceptionOfType(BenchFailure.class)
                    .isThrownBy(() -> child.ask("die", "", String.class, LIMIT))
                    .withMessageContaining("exit code 3");
        }
    }

    @Test
    void isWaitedForNoLongerThanTheLimitNorAfterTheSignal() throws Exception {
        try (Child child = start()) {
            assertThatExceptionOfType(BenchFailure.class)
                    .isThrownBy(() -> child.ask("hang", "", String.class, Duration.ofMillis(100)))
                    .withMessageContaining("did not answer");
            stop.give();
            assertThatExceptionOfType(StopSignal.Stopped.class)
                    .isThrownBy(() -> child.ask("hang", "", String.class, LIMIT));
            ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void endsWithWhoeverStartedIt() throws Exception {
        Child child = start();
        ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();

        child.close();

        assertThat(process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS).isAlive())
                .isFalse();
    }

    @Test
    void mayBeAnyProgramThatSpeaksAsRolesDo() throws Exception {
        String script = "echo {}; while read -r order; do echo \"{\\\"answer\\\": $order}\"; done";
        try (Child child = Child.start("shell", List.of("sh", "-c", script), folder.resolve("log"), stop)) {
            assertThat(child.ask("repeat", 1, Map.class, LIMIT)).isEqualTo(Map.of("order", "repeat", "details", 1));
        }
    }

    private Child start() throws InterruptedException {
        return Child.start(Echo.class, List.of(), "", folder.resolve("log"), stop);
    }
}
