package dev.vto.shared.adapter.media;

import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Files under one folder, for services that share a disk. Bytes go to a temporary file beside their place, are forced to
 * disk, and then renamed.
 */
public final class FileStore implements MediaStorage {

    private static final String TEMPORARY = ".incoming";

    private final Path root;
    private final Path incoming;

    /** @throws UncheckedIOException if the folder cannot be made */
    public FileStore(Path root) {
        try {
            this.root = Files.createDirectories(root).toRealPath();
            this.incoming = Files.createDirectories(this.root.resolve(TEMPORARY));
        } catch (IOException e) {
            throw new UncheckedIOException("media folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void put(Path file, MediaKey key) throws IOException {
        // Across file systems this move copies, and is not in one step; the next one is.
        store(key, temporary -> Files.move(file, temporary));
    }

    @Override
    public void copy(MediaKey from, MediaKey to) throws IOException {
        store(to, temporary -> Files.copy(pathOf(from), temporary));
    }

    /** Brings bytes into a temporary file. */
    private interface Filling {
        void into(Path temporary) throws IOException;
    }

    private void store(MediaKey key, Filling filling) throws IOException {
        Path temporary = incoming.resolve(UUID.randomUUID().toString());
        Path target = pathOf(key);
        Path folder = Objects.requireNonNull(target.getParent(), "a key is below the root");
        try {
            filling.into(temporary);
            force(temporary, StandardOpenOption.WRITE);
            Files.createDirectories(folder);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
    }

    @Override
    public Optional<Found> find(MediaKey key) throws IOException {
        Path path = pathOf(key);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Found(attributes.size(), path.toUri()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Path> fetch(MediaKey key, Supplier<Path> folder) {
        Path path = pathOf(key);
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public void delete(Collection<MediaKey> keys) throws IOException {
        for (MediaKey key : keys) {
            Files.deleteIfExists(pathOf(key));
        }
    }

    @Override
    public void deleteFolder(MediaKey folder) throws IOException {
        Path top = pathOf(folder);
        if (!Files.isDirectory(top)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public List<Listed> list(@Nullable MediaKey after, int most) throws IOException {
        return new FileList(most).of(root, after);
    }

    @Override
    public void deleteUnfinished(Instant before) throws IOException {
        try (DirectoryStream<Path> temporaries = Files.newDirectoryStream(incoming)) {
            for (Path temporary : temporaries) {
                if (isOlder(temporary, before)) {
                    Files.deleteIfExists(temporary);
                }
            }
        }
    }

    /** Whoever stores the file may rename it at any moment. */
    private static boolean isOlder(Path temporary, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(temporary).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Path pathOf(MediaKey key) {
        return root.resolve(key.value());
    }

    /** The rename itself must survive a power cut; where folders cannot be opened, the file system orders it. */
    private static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
