package dev.vto.infra.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private static final int END = -1;
    private static final int LIMIT_MILLIS = 10_000;
    private static final int A_WHILE_MILLIS = 200;

    private ServerSocket server;
    private TcpProxy network;

    @BeforeEach
    void startServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
        network = TcpProxy.to(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        network.close();
        server.close();
    }

    @Test
    void carriesWhatBothSay() throws IOException {
        try (Socket client = connect()) {
            assertThat(answerTo('a', client)).isEqualTo('a');
            assertThat(network.calls()).isEqualTo(1);
            assertThat(network.open()).isEqualTo(1);
        }
    }

    @Test
    void fallsSilentForOldConnectionsForEver() throws IOException {
        try (Socket old = connect()) {
            assertThat(answerTo('a', old)).isEqualTo('a');

            network.silence();
            try (Socket late = connect()) {
                assertHearsNothing(old);
                assertHearsNothing(late);
            }
            network.mend();

            assertHearsNothing(old);
            try (Socket fresh = connect()) {
                assertThat(answerTo('b', fresh)).isEqualTo('b');
            }
        }
    }

    @Test
    void breaksAConnectionOnWhichAReplyIsLost() throws IOException {
        try (Socket unlucky = connect();
                Socket lucky = connect()) {
            network.loseReplyTo("x");

            assertThat(answerTo('a', unlucky)).isEqualTo('a');
            assertThat(answerTo('x', unlucky)).isEqualTo(END);
            assertThat(answerTo('x', lucky)).isEqualTo('x');

            network.loseReplies();
            assertThat(answerTo('a', lucky)).isEqualTo(END);
        }
    }

    @Test
    void tellsClientsThatTheServerIsAway() throws IOException {
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        gone.close();

        try (TcpProxy lonely = TcpProxy.to(gone.getLocalPort());
                Socket client = new Socket("127.0.0.1", lonely.port())) {
            client.setSoTimeout(LIMIT_MILLIS);
            assertThat(client.getInputStream().read()).isEqualTo(END);
        }
    }

    private Socket connect() throws IOException {
        return new Socket("127.0.0.1", network.port());
    }

    private static int answerTo(char said, Socket client) throws IOException {
        client.setSoTimeout(LIMIT_MILLIS);
        client.getOutputStream().write(said);
        return client.getInputStream().read();
    }

    private static void assertHearsNothing(Socket client) throws IOException {
        client.setSoTimeout(A_WHILE_MILLIS);
        client.getOutputStream().write('a');
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> client.getInputStream().read());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                start(() -> answerInKind(client));
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    private static void answerInKind(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException broken) {
            // By the proxy.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "echo");
        thread.setDaemon(true);
        thread.start();
    }
}
