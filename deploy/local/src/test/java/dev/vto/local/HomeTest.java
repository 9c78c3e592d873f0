package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void belongsToOneStackAtATime() {
        try (Home home = Home.open(folder)) {
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(() -> Home.open(home.folder()))
                    .withMessageContainingAll("is used by another stack", "VTO_HOME");
        }
    }

    @Test
    void isFreeAgainWhenItsStackEnds() {
        Home.open(folder).close();

        try (Home again = Home.open(folder)) {
            assertThat(again.folder()).isDirectory();
        }
    }

    @Test
    void isOneFolderUnderEachOfItsNames() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("data")));

        try (Home home = Home.open(link)) {
            assertThat(home.folder()).isEqualTo(folder.toRealPath().resolve("data"));
        }
    }

    @Test
    void makesWhatIsMissing() {
        try (Home home = Home.open(folder.resolve("a new folder/below"))) {
            assertThat(home.media()).isDirectory();
            assertThat(home.keys()).isDirectory();
            assertThat(home.logs()).isDirectory();
            assertThat(home.uploads()).isDirectory();
        }
    }

    @Test
    void saysThatAFileCannotBeTheFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> Home.open(file))
                .withMessageContainingAll(file.toString(), "cannot be used", "VTO_HOME");
    }
}
