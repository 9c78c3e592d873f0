package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The statements of the runbooks are such as the database takes. */
@ExtendWith(RunningStack.class)
class RunbooksIT {

    private static final Pattern STATEMENT = Pattern.compile("```sql\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void askForColumnsThatThereAre(StackFile stack) throws Exception {
        List<String> statements = STATEMENT
                .matcher(Files.readString(Project.ROOT.resolve("docs/runbooks.md")))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(statements).hasSizeGreaterThan(5);
        for (String statement : statements) {
            assertThat(new Database(stack).rows("EXPLAIN " + statement))
                    .as(statement)
                    .isNotEmpty();
        }
    }
}
