package dev.vto.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the children when this process is killed. A tiny shell process reads process ids from a pipe that this process
 * holds open: when the pipe closes, however this process ended, the shell ends the children. {@code -PID} takes a child
 * back that ended by itself, so that its number is never used for another.
 */
final class Tether implements AutoCloseable {

    /** Services get TERM, and KILL after ten seconds; PostgreSQL gets INT, its fast shutdown, at the end. */
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            services=''; last=''
            while read -r line; do
              case "$line" in
                postgres=*) last="${line#postgres=}" ;;
                -*) services=$(printf ' %s ' "$services" | sed "s/ ${line#-} / /") ;;
                done) exit 0 ;;
                *) services="$services $line" ;;
              esac
            done
            [ -n "$services" ] && kill -TERM $services 2>/dev/null
            n=0
            while [ $n -lt 100 ]; do
              alive=''
              for pid in $services; do kill -0 "$pid" 2>/dev/null && alive=yes; done
              [ -z "$alive" ] && break
              n=$((n + 1)); sleep 0.1
            done
            for pid in $services; do kill -KILL "$pid" 2>/dev/null; done
            [ -n "$last" ] && kill -INT "$last" 2>/dev/null
            exit 0
            """;

    private final OutputStream pipe;

    private Tether(OutputStream pipe) {
        this.pipe = pipe;
    }

    static Tether attach() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of("/bin/sh", "-c", SCRIPT));
        try {
            Process shell = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Tether(shell.getOutputStream());
        } catch (IOException e) {
            throw new StackFailure("the watch over the services cannot be started: " + e.getMessage(), e);
        }
    }

    void service(long pid) {
        say(Long.toString(pid));
    }

    void ended(long pid) {
        say("-" + pid);
    }

    void postgres(long pid) {
        say("postgres=" + pid);
    }

    /** Lets go: everything was ended in order. */
    @Override
    public void close() {
        say("done");
    }

    private synchronized void say(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new StackFailure("the watch over the services has ended: " + e.getMessage(), e);
        }
    }
}
