package dev.vto.bench.jobs.peer.pgbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgBenchTest {

    @Test
    void writesAStatementAsOneLine() {
        assertThat(PgBench.script("SELECT 1,\n  2\n")).isEqualTo("SELECT 1,   2;\n");
    }

    @Test
    void hidesColonsOfLiteralsThatWouldBeVariables() {
        assertThat(PgBench.script("SELECT to_char(now(), 'HH24:MI')"))
                .isEqualTo("SELECT to_char(now(), 'HH24' || chr(58) || 'MI');\n");
    }

    @Test
    void leavesCastsAndJsonAsTheyAre() {
        String statement = "SELECT 1::bigint, '{\"a\": 1}'";

        assertThat(PgBench.script(statement)).isEqualTo(statement + ";\n");
    }
}
