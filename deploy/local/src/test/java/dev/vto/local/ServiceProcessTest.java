package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    @TempDir
    Path folder;

    @Test
    void saysThatItIsNotBuilt() {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> ServiceProcess.start("a service", folder.resolve("none"), Map.of(), folder, 1))
                .withMessageContainingAll("a service is not built", "none/quarkus-run.jar");
    }

    @Test
    void tellsTheEndOfItsLogWhenItDiesAtItsStart() throws IOException {
        ServiceProcess service = startOfNoJar();

        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> service.awaitReady(new StopSignal()))
                .withMessageContainingAll("ended with exit code 1", "a service.log", "Invalid or corrupt jarfile");
    }

    @Test
    void isNotAwaitedAnyLongerWhenTheLauncherIsToldToStop() throws IOException {
        ServiceProcess service = startOfNoJar();
        StopSignal stop = new StopSignal();
        stop.give();

        assertThatExceptionOfType(StopSignal.Stopped.class).isThrownBy(() -> service.awaitReady(stop));
    }

    private ServiceProcess startOfNoJar() throws IOException {
        Files.writeString(folder.resolve("quarkus-run.jar"), "this is no jar");
        return ServiceProcess.start("a service", folder, Map.of(), folder, 1);
    }
}
