package dev.vto.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the process that listens on a TCP port, where the system tells: on Linux by proc(5), and of other users'
 * processes only to root.
 */
final class PortHolder {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    /** Columns of {@code /proc/net/tcp}. */
    private static final int LOCAL_ADDRESS = 1;

    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    static Optional<ProcessHandle> of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(listening(PROC.resolve(table), port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOneOf(sockets, process))
                .findFirst();
    }

    private static Set<String> listening(Path table, int port) {
        String end = ":%04X".formatted(port);
        Set<String> sockets = new HashSet<>();
        try (Stream<String> rows = Files.lines(table)) {
            rows.map(row -> row.trim().split("\\s+"))
                    .filter(row ->
                            row.length > INODE && row[LOCAL_ADDRESS].endsWith(end) && row[STATE].equals(LISTENING))
                    .forEach(row -> sockets.add("socket:[" + row[INODE] + "]"));
        } catch (IOException e) {
            return Set.of();
        }
        return sockets;
    }

    private static boolean holdsOneOf(Set<String> sockets, ProcessHandle process) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(
                PROC.resolve(Long.toString(process.pid())).resolve("fd"))) {
            for (Path descriptor : open) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** A descriptor may be closed while we look. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
