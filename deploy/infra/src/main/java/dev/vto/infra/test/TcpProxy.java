package dev.vto.infra.test;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between clients and a server, and lets the network between them fail. */
public final class TcpProxy implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final ServerSocket entrance;
    private final int port;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger lostReplies = new AtomicInteger();
    private volatile boolean silent;
    private volatile boolean losesReplies;
    private String unanswered = "";

    private TcpProxy(ServerSocket entrance, int port) {
        this.entrance = entrance;
        this.port = port;
    }

    /** Begins to carry connections to a server on this machine, which need not run yet. */
    public static TcpProxy to(int port) {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getByName(HOST)), port);
            start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** How often a client has connected. */
    public int calls() {
        return calls.get();
    }

    /** How many connections broke when the server replied. */
    public int lostReplies() {
        return lostReplies.get();
    }

    /** How many clients hold their connection open now. */
    public long open() {
        return connections.stream()
                .filter(connection -> !connection.client.isClosed())
                .count();
    }

    /**
     * Nothing comes through any more, and nobody is told: as where a host vanishes. So it stays for the connections of
     * this time, even when the network is mended.
     */
    public void silence() {
        silent = true;
        connections.forEach(Connection::silence);
    }

    /** Requests come through, and when the server replies the connection breaks. */
    public void loseReplies() {
        losesReplies = true;
    }

    /** The next connection on which this is said breaks when the server replies. */
    public synchronized void loseReplyTo(String statement) {
        unanswered = statement;
    }

    /** Breaks the connections that are open; new ones are carried. */
    public void cut() {
        connections.forEach(Connection::close);
    }

    /** Carries new connections again. */
    public void mend() {
        silent = false;
        losesReplies = false;
    }

    @Override
    public void close() {
        close(entrance);
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                calls.incrementAndGet();
                connect(client);
            }
        } catch (IOException closed) {
            cut();
        }
    }

    /** A client whose server is not there is told so, as it would be without us. */
    private void connect(Socket client) {
        try {
            Connection connection = new Connection(client, new Socket(HOST, port));
            connections.add(connection);
            if (silent) {
                connection.silence();
            }
            start(() -> connection.carry(connection.client, connection.server));
            start(() -> connection.carry(connection.server, connection.client));
        } catch (IOException absent) {
            close(client);
        }
    }

    private synchronized boolean isUnanswered(String said) {
        boolean found = !unanswered.isEmpty() && said.contains(unanswered);
        unanswered = found ? "" : unanswered;
        return found;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of a client, and the one that continues it to the server. */
    private final class Connection {

        private final Socket client;
        private final Socket server;
        private volatile boolean silenced;
        private volatile boolean losesReply;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void silence() {
            silenced = true;
        }

        void close() {
            TcpProxy.close(client);
            TcpProxy.close(server);
            connections.remove(this);
        }

        /** Where one end hangs up, the other hears of it unless the network is silent. */
        void carry(Socket from, Socket to) {
            try (from) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer);
                        read >= 0 && comesThrough(from, buffer, read);
                        read = in.read(buffer)) {
                    if (!silenced) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException broken) {
                // By the other direction, which has ended.
            } finally {
                if (!silenced || to.isClosed()) {
                    close();
                }
            }
        }

        private boolean comesThrough(Socket from, byte[] bytes, int length) {
            if (from == server) {
                boolean lost = losesReplies || losesReply;
                if (lost) {
                    lostReplies.incrementAndGet();
                }
                return !lost;
            }
            losesReply |= isUnanswered(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
            return true;
        }
    }
}
