package dev.vto.bench.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.bench.BenchFailure;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void readsWhatIsResident() {
        assertThat(Memory.resident("Name:\tjava\nVmHWM:\t  300000 kB\nVmRSS:\t  200000 kB\nRssAnon:\t  1 kB\n"))
                .isEqualTo(200_000L * 1024);
    }

    @Test
    void readsWhatIsAlive() {
        assertThat(
                        Memory.live(
                                """
                                4711:
                                 num     #instances         #bytes  class name (module)
                                -------------------------------------------------------
                                   1:         12345        1234567  [B (java.base@17)
                                Total        734512       41234567
                                """))
                .isEqualTo(41_234_567);
    }

    @Test
    void saysWhatItMisses() {
        assertThatThrownBy(() -> Memory.live("4711:\nnothing"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("Total")
                .hasMessageContaining("2 lines");
    }
}
