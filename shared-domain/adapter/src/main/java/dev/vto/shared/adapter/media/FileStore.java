package dev.vto.shared.adapter.media;

import dev.vto.shared.media.MediaKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files by key under one folder, for services that share a disk. A file is there whole or not at all: bytes go to a
 * temporary file beside it, are forced to disk, and then renamed. All calls block; callers run them on worker threads.
 */
public final class FileStore {

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

    /** A new file outside every key, for writing; hand it to {@link #adopt} or delete it. */
    public Path newTemporary() {
        return incoming.resolve(UUID.randomUUID().toString());
    }

    /**
     * Stores a finished file under a key and takes it away from where it was; it must be on the same file system, as
     * {@link #newTemporary} is. A file that was there is replaced in one step.
     */
    public void adopt(Path file, MediaKey key) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path target = pathOf(key);
        Path folder = Objects.requireNonNull(target.getParent(), "a key is below the root");
        Files.createDirectories(folder);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
    }

    /** Stores bytes under a key. */
    public void put(MediaKey key, byte[] bytes) throws IOException {
        Path temporary = newTemporary();
        try {
            Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW);
            adopt(temporary, key);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The file of a key, or empty where there is none. */
    public Optional<Path> find(MediaKey key) {
        Path path = pathOf(key);
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    /** @throws NoSuchFileException if there is no such file */
    public InputStream open(MediaKey key) throws IOException {
        return Files.newInputStream(pathOf(key));
    }

    /** Removes a file; nothing happens where there is none. */
    public void delete(MediaKey key) throws IOException {
        Files.deleteIfExists(pathOf(key));
    }

    /** Removes all files whose keys begin with this one and a slash; nothing happens where there is none. */
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

    private Path pathOf(MediaKey key) {
        return root.resolve(key.value());
    }

    /** The rename itself must survive a power cut; where folders cannot be opened, the file system orders it. */
    private static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
