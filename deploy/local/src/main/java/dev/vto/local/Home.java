package dev.vto.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The data folder of one stack. One {@code up} uses it at a time; the lock dies with the process that holds it. */
final class Home implements AutoCloseable {

    static final String MEDIA = "media";

    private final Path folder;
    private final FileChannel channel;

    private Home(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws StackFailure if another stack uses the folder, or it cannot be used */
    static Home open(Path folder) {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            FileChannel channel =
                    FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StackFailure(
                        real + " is used by another stack that runs. Stop it, or set VTO_HOME to another folder.");
            }
            return new Home(real, channel);
        } catch (IOException e) {
            throw new StackFailure(
                    "the data folder " + folder + " cannot be used: " + e.getMessage()
                            + ". Set VTO_HOME to one that can.",
                    e);
        }
    }

    Path folder() {
        return folder;
    }

    Path logs() {
        return made("logs");
    }

    Path media() {
        return made(MEDIA);
    }

    Path uploads() {
        return made("uploads");
    }

    Path keys() {
        return made("keys");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path stackFile() {
        return folder.resolve("stack.json");
    }

    Path secrets() {
        return folder.resolve("secrets.properties");
    }

    Path pids() {
        return folder.resolve("pids");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StackFailure("the lock of " + folder + " cannot be released", e);
        }
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new StackFailure("the folder " + name + " cannot be made in " + folder, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
