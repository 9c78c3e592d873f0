package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void isOfTheProjectUnlessItIsNamed() {
        assertThat(DataFolder.choose(Map.of(), folder, false).path()).isEqualTo(folder.resolve(".vto"));
        assertThat(DataFolder.choose(named("elsewhere"), folder, false).path()).isEqualTo(folder.resolve("elsewhere"));
    }

    @Test
    void keepsWhatIsToBeKept() throws IOException {
        DataFolder data = DataFolder.choose(named("kept"), folder, false);
        fill(data);

        data.end(false);

        assertThat(data.path().resolve("media/result")).exists();
        assertThat(data.path().resolve("postgres/row")).exists();
    }

    @Test
    void isTemporaryWhereItsDataIsThrownAway() throws IOException {
        DataFolder data = DataFolder.choose(Map.of(), folder, true);
        assertThat(data.path().startsWith(folder)).isFalse();
        fill(data);

        data.end(false);

        assertThat(data.path()).doesNotExist();
    }

    @Test
    void keepsTheResultsOfADemo() throws IOException {
        DataFolder data = DataFolder.choose(named("demo"), folder, true);
        fill(data);

        data.end(true);

        assertThat(data.path()).isDirectoryRecursivelyContaining(file -> file.endsWith("media/result"));
        assertThat(data.path().resolve("postgres")).doesNotExist();
    }

    @Test
    void neverThrowsAwayWhatWasKept() throws IOException {
        fill(DataFolder.choose(named("kept"), folder, false));

        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> DataFolder.choose(named("kept"), folder, true))
                .withMessageContainingAll("--ephemeral", "VTO_HOME");
    }

    @Test
    void takesAFolderThatAKilledStackWouldHaveThrownAway() throws IOException {
        fill(DataFolder.choose(named("ephemeral"), folder, true));

        DataFolder again = DataFolder.choose(named("ephemeral"), folder, true);
        again.end(false);

        assertThat(again.path()).doesNotExist();
    }

    private Map<String, String> named(String name) {
        return Map.of("VTO_HOME", folder.resolve(name).toString());
    }

    private static void fill(DataFolder data) throws IOException {
        for (String file : new String[] {"media/result", "postgres/row"}) {
            Path path = data.path().resolve(file);
            Files.createDirectories(path.getParent());
            Files.createFile(path);
        }
    }
}
