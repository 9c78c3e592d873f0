package dev.vto.bench.jobs.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WriteBackTest {

    @Test
    void readsParametersByTheirNamesAndCastsAsCasts() {
        assertThat(WriteBack.Statement.of("SELECT :job::text, :user, :job, '{\"a\": \"b\"}'"))
                .isEqualTo(new WriteBack.Statement(
                        "SELECT ?::text, ?, ?, '{\"a\": \"b\"}'", List.of("job", "user", "job")));
    }

    @Test
    void leavesNoParameterOfTheStatementsUnknown() {
        assertThat(WriteBack.STATEMENTS)
                .map(WriteBack.Statement::of)
                .allSatisfy(statement ->
                        assertThat(statement.parameters()).isNotEmpty().isSubsetOf("job", "user", "project", "letter"));
    }
}
