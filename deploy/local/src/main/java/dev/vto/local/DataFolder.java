package dev.vto.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a stack keeps its data, and what becomes of it. Data that is thrown away at the end never mixes with data that
 * was to be kept.
 */
public record DataFolder(Path path, boolean throwAway) {

    /** Lies in a folder whose data may be thrown away, so that a killed stack does not make the folder useless. */
    private static final String MARK = "throw-away";

    /**
     * The folder that {@code VTO_HOME} names, or {@code .vto} of the project; where data is thrown away, a new
     * temporary folder in place of the latter.
     *
     * @throws StackFailure if data that was to be kept would be thrown away
     */
    public static DataFolder choose(Map<String, String> environment, Path project, boolean throwAway) {
        String set = environment.getOrDefault("VTO_HOME", "");
        Path named = set.isBlank() ? project.resolve(".vto") : Path.of(set).toAbsolutePath();
        if (!throwAway) {
            return new DataFolder(named, false);
        }
        try {
            Path folder = set.isBlank() ? Files.createTempDirectory("vto-stack") : Files.createDirectories(named);
            if (!Files.exists(folder.resolve(MARK)) && !isEmpty(folder)) {
                throw new StackFailure("--ephemeral would throw away what VTO_HOME holds: " + folder
                        + ". Set VTO_HOME to an empty folder, or leave it unset.");
            }
            Files.writeString(folder.resolve(MARK), "What is here is thrown away when its stack ends.\n");
            return new DataFolder(folder, true);
        } catch (IOException e) {
            throw new StackFailure("no folder for throw-away data: " + e.getMessage(), e);
        }
    }

    /** At the end of the stack. */
    public void end(boolean keepMedia) {
        if (!throwAway) {
            return;
        }
        Path media = path.resolve(Home.MEDIA);
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> gone = files.filter(file -> !keepMedia || !(file.startsWith(media) || file.equals(path)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : gone) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StackFailure("the throw-away data cannot be removed: " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
