package dev.vto.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * What {@code stack.json} tells of a stack that is ready.
 *
 * @param pgUser the cluster's superuser
 */
public record StackFile(
        String catalogUrl,
        String managementUrl,
        String jdbcUrl,
        String pgUser,
        String pgPassword,
        String kafkaBootstrap,
        String mediaDir,
        long catalogPid,
        long postgresPid,
        List<Worker> workers) {

    /** One worker process. */
    public record Worker(String name, long pid, String managementUrl) {

        static Worker of(ServiceProcess worker) {
            return new Worker(worker.name(), worker.pid(), worker.managementUrl());
        }
    }

    /** Writes the file in one step, for its user's eyes alone: it holds a password. */
    void write(Path file) {
        Path temporary = file.resolveSibling("stack.json.new");
        try {
            remove(temporary);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(
                    temporary,
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackFailure("stack.json cannot be written: " + e.getMessage(), e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be removed", e);
        }
    }

    @Override
    public String toString() {
        return "StackFile[" + catalogUrl + "]";
    }
}
