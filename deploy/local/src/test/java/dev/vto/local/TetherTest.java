package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TetherTest {

    private final List<ProcessHandle> children = new ArrayList<>();
    private Process launcher;

    /** A launcher with three children, of which it takes the third back; it lets go in order when it reads a line. */
    public static void main(String[] arguments) throws IOException {
        Tether tether = Tether.attach();
        long service = sleeper();
        long postgres = sleeper();
        long ended = sleeper();
        tether.service(service);
        tether.postgres(postgres);
        tether.service(ended);
        tether.ended(ended);
        System.out.println(service + "\n" + postgres + "\n" + ended);
        if (System.in.read() >= 0) {
            tether.close();
        }
    }

    /** Ends at the first signal, as servers do: a build that runs in the background has children that ignore INT. */
    private static long sleeper() throws IOException {
        return new ProcessBuilder("perl", "-e", "$SIG{INT} = 'DEFAULT'; sleep 600")
                .start()
                .pid();
    }

    @AfterEach
    void endAll() {
        launcher.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void endsTheChildrenOfALauncherThatIsKilled() throws Exception {
        launch();

        launcher.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !children.get(0).isAlive() && !children.get(1).isAlive());
        assertThat(children.get(2).isAlive()).as("the one that was taken back").isTrue();
    }

    @Test
    void leavesTheChildrenOfALauncherThatLetsGo() throws Exception {
        launch();
        ProcessHandle shell = launcher.children()
                .filter(child -> !children.contains(child))
                .findFirst()
                .orElseThrow();

        launcher.outputWriter().append('\n').flush();

        await().atMost(Duration.ofSeconds(20)).until(() -> !shell.isAlive() && !launcher.isAlive());
        assertThat(children).allMatch(ProcessHandle::isAlive);
    }

    private void launch() throws IOException {
        launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TetherTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = launcher.inputReader();
        for (int i = 0; i < 3; i++) {
            children.add(ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow());
        }
    }
}
