package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

    private static final String SETTING = "VTO_HTTP_PORT";

    @Test
    void takesAFreePortForZero() {
        assertThat(Port.choose(Map.of(SETTING, "0"), SETTING, 8080)).isBetween(1, 65_535);
    }

    @Test
    void takesThePortThatIsSet() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(Port.choose(Map.of(SETTING, " " + free), SETTING, 0)).isEqualTo(free);
    }

    @Test
    void takesItsDefaultWhereTheSettingIsAbsentOrBlank() {
        assertThat(Port.choose(Map.of(), SETTING, 0)).isPositive();
        assertThat(Port.choose(Map.of(SETTING, " "), SETTING, 0)).isPositive();
    }

    @Test
    void namesSettingAndPortThatIsTaken() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName(Port.HOST))) {
            assertTaken(holder.getLocalPort());
        }
    }

    @Test
    void seesAPortThatIsTakenOnAllAddresses() throws IOException {
        try (ServerSocket holder = new ServerSocket(0)) {
            assertTaken(holder.getLocalPort());
        }
    }

    @Test
    void namesTheProcessThatHoldsThePort() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/fd")), "only Linux tells who holds a port");
        ProcessHandle self = ProcessHandle.current();
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName(Port.HOST))) {
            assertThat(PortHolder.of(holder.getLocalPort())).contains(self);
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(() -> Port.choose(Map.of(), SETTING, holder.getLocalPort()))
                    .withMessageContaining("by process " + self.pid() + " ("
                            + self.info().command().orElseThrow() + ")");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "80.5", "8080 8081", "99999999999"})
    void rejectsWhatIsNoPort(String text) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> Port.choose(Map.of(SETTING, text), SETTING, 8080))
                .withMessage("VTO_HTTP_PORT is a port from 0 to 65535, not '" + text + "'");
    }

    private static void assertTaken(int port) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> Port.choose(Map.of(SETTING, Integer.toString(port)), SETTING, 8080))
                .withMessageContainingAll("port " + port + " is taken", "set VTO_HTTP_PORT to another port");
    }
}
