package dev.vto.bench.jobs.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanLogTest {

    private static final String READ =
            """
            2026-11-29 10:00:00.000 UTC [42] LOG:  duration: 0.125 ms  plan:
            \t{
            \t  "Query Text": "SELECT *\\nFROM vto_job WHERE id = $1",
            \t  "Plan": {
            \t    "Node Type": "Seq Scan",
            \t    "Relation Name": "vto_job",
            \t    "Actual Rows": 2.00,
            \t    "Shared Hit Blocks": 7,
            \t    "Shared Read Blocks": 3
            \t  }
            \t}
            """;

    /** Of two writes one is read by the statement and counted in it, and the other is run after it. */
    private static final String WRITE =
            """
            2026-11-29 10:00:01.000 UTC [42] LOG:  duration: 2.000 ms  plan:
            \t{
            \t  "Query Text": "WITH j AS (UPDATE ...), doorbell AS (INSERT ...) SELECT * FROM j",
            \t  "Plan": {
            \t    "Node Type": "CTE Scan",
            \t    "CTE Name": "j",
            \t    "Actual Rows": 1,
            \t    "Shared Hit Blocks": 20,
            \t    "Shared Read Blocks": 0,
            \t    "Plans": [
            \t      {"Node Type": "ModifyTable", "Subplan Name": "CTE j", "Shared Hit Blocks": 20},
            \t      {"Node Type": "ModifyTable", "Subplan Name": "CTE doorbell", "Shared Hit Blocks": 30,
            \t       "Plans": [{"Node Type": "CTE Scan", "CTE Name": "j", "Shared Hit Blocks": 0}]}
            \t    ]
            \t  }
            \t}
            """;

    private static final String OTHER = "2026-11-29 10:00:02.000 UTC [7] LOG:  checkpoint starting: time\n";

    @Test
    void readsPlansAmongOtherMessages() throws IOException {
        List<Execution> executions = PlanLog.read(OTHER + READ + OTHER + READ + WRITE);

        assertThat(executions).hasSize(3);
        Execution read = executions.get(0);
        assertThat(read.sql()).isEqualTo("SELECT * FROM vto_job WHERE id = $1");
        assertThat(read.millis()).isEqualTo(0.125);
        assertThat(read.rows()).isEqualTo(2);
        assertThat(read.buffers()).isEqualTo(10);
        assertThat(read.scanned()).containsExactly("vto_job");
    }

    @Test
    void countsWritesThatNothingReads() throws IOException {
        assertThat(PlanLog.read(WRITE).get(0).buffers()).isEqualTo(50);
    }

    @Test
    void leavesTheLastMessageUntilAnotherFollows() {
        assertThat(PlanLog.complete((READ + WRITE).getBytes(UTF_8))).isEqualTo(READ.getBytes(UTF_8).length);
        assertThat(PlanLog.complete((READ + WRITE.substring(0, 200)).getBytes(UTF_8)))
                .isEqualTo(READ.getBytes(UTF_8).length);
        assertThat(PlanLog.complete(READ.getBytes(UTF_8))).isZero();
        assertThat(PlanLog.complete(new byte[0])).isZero();
    }

    @Test
    void tellsStatementsByTheirText() {
        Execution claim = new Execution("WITH next ... claim_key = $4 ...", 1, 3, 10, Set.of());

        assertThat(Statement.CLAIM.is(claim)).isTrue();
        assertThat(Statement.SUBMIT.is(claim)).isFalse();
        assertThat(Statement.CLAIM.is(new Execution(claim.sql(), 1, 0, 10, Set.of())))
                .as("found nothing")
                .isFalse();
    }
}
