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
                .isThrownBy(() -> ServiceProcess.start("a service", folder.resolve("no.jar"), Map.of(), folder, 1))
                .withMessageContainingAll("a service is not built", "no.jar");
    }

    @Test
    void tellsTheEndOfItsLogWhenItDiesAtItsStart() throws IOException {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "this is no jar");
        ServiceProcess service = ServiceProcess.start("a service", jar, Map.of(), folder, 1);

        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> service.awaitReady(new StopSignal()))
                .withMessageContainingAll("ended with exit code 1", "a service.log", "Invalid or corrupt jarfile");
    }

    @Test
    void isNotAwaitedAnyLongerWhenTheLauncherIsToldToStop() throws IOException {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "this is no jar");
        ServiceProcess service = ServiceProcess.start("a service", jar, Map.of(), folder, 1);
        StopSignal stop = new StopSignal();
        stop.give();

        assertThatExceptionOfType(StopSignal.Stopped.class).isThrownBy(() -> service.awaitReady(stop));
    }
}
