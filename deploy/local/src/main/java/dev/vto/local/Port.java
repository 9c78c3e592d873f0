package dev.vto.local;

import dev.vto.infra.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Ports of the stack, all on the loopback address. */
final class Port {

    static final String HOST = "127.0.0.1";

    private Port() {}

    /**
     * The port that a setting names, checked to be free; 0 is answered with a free one.
     *
     * @throws StackFailure if the setting is no port, or the port is taken
     */
    static int choose(Map<String, String> environment, String setting, int otherwise) {
        String text = environment.getOrDefault(setting, "");
        int port = text.isBlank() ? otherwise : parse(setting, text.trim());
        if (port == 0) {
            return FreePort.take();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StackFailure(PortHolder.of(port)
                    .map(holder -> taken(port, setting, " by process " + describe(holder)))
                    .orElseGet(() -> String.valueOf(e.getMessage()).contains("in use")
                            ? taken(port, setting, "")
                            : "port " + port + " cannot be used: " + e.getMessage() + ". Set " + setting
                                    + " to another port, or to 0 for any that is free."));
        }
    }

    private static String taken(int port, String setting, String by) {
        return "port " + port + " is taken" + by + ". Stop what uses it, or set " + setting
                + " to another port, or to 0 for any that is free.";
    }

    private static String describe(ProcessHandle process) {
        return process.pid()
                + process.info().command().map(name -> " (" + name + ")").orElse("");
    }

    private static int parse(String setting, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, text);
        }
        throw wrong(setting, text);
    }

    private static StackFailure wrong(String setting, String text) {
        return new StackFailure(setting + " is a port from 0 to 65535, not '" + text + "'");
    }
}
