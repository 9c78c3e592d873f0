package dev.vto.shared.adapter.media;

import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files below a folder, names of each folder in their order. To go on after a key it reads only the folders
 * that lead there, and those behind.
 */
final class FileList {

    private final int most;
    private final List<MediaStorage.Listed> files = new ArrayList<>();

    FileList(int most) {
        this.most = most;
    }

    List<MediaStorage.Listed> of(Path root, @Nullable MediaKey after) throws IOException {
        read(root, "", after == null ? List.of() : List.of(after.value().split("/")));
        return files;
    }

    /** @param after what is left of the key below this folder; empty where all of the folder comes after it */
    private void read(Path folder, String prefix, List<String> after) throws IOException {
        for (String name : names(folder)) {
            int order = after.isEmpty() ? 1 : name.compareTo(after.get(0));
            if (order < 0 || (order == 0 && after.size() == 1)) {
                continue;
            }
            if (files.size() == most) {
                return;
            }
            Path path = folder.resolve(name);
            Optional<BasicFileAttributes> attributes = attributes(path);
            if (attributes.filter(BasicFileAttributes::isDirectory).isPresent()) {
                read(path, prefix + name + "/", order == 0 ? after.subList(1, after.size()) : List.of());
            } else if (order > 0) {
                attributes.ifPresent(file -> add(prefix + name, file));
            }
        }
    }

    private void add(String key, BasicFileAttributes attributes) {
        try {
            files.add(new MediaStorage.Listed(
                    new MediaKey(key),
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant()));
        } catch (IllegalArgumentException e) {
            // No file of ours has such a name: somebody else put it there.
        }
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(folder.relativize(entry).toString()));
        } catch (NoSuchFileException e) {
            return names;
        }
        return names;
    }

    /** Empty where it has gone meanwhile. */
    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
