package dev.vto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pictures of a folder, by their names without ending. */
public final class PictureFolder {

    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".webp");

    private PictureFolder() {}

    /**
     * @param what names the argument to its user, as PHOTOS
     * @throws BenchFailure if there is no such folder, or no picture in it, or two of one name
     */
    public static TreeMap<String, Path> read(String what, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BenchFailure(what + " is a folder of pictures; " + folder + " is "
                    + (Files.exists(folder) ? "no folder." : "not there."));
        }
        try (Stream<Path> files = Files.list(folder)) {
            TreeMap<String, Path> pictures = files.filter(
                            file -> Files.isRegularFile(file) && !ending(file).isEmpty())
                    .collect(Collectors.toMap(
                            PictureFolder::baseName,
                            file -> file,
                            (one, other) -> {
                                throw new BenchFailure(
                                        one + " and " + other + " have the same name; leave one of them.");
                            },
                            TreeMap::new));
            if (pictures.isEmpty()) {
                throw new BenchFailure("There is no picture in " + what + ", " + folder + ": files are to end in "
                        + String.join(", ", ENDINGS) + ".");
            }
            return pictures;
        }
    }

    private static String baseName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending(file).length());
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(name::endsWith).findFirst().orElse("");
    }
}
