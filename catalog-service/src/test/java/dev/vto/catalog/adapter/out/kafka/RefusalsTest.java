package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.fixture.JsonLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Refusals refusals = new Refusals(now::get);
    private final JsonLog log = new JsonLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void areToldWithTheReasonBehindThem() {
        refusals.hear(new SslAuthenticationException("SSL handshake failed", new SSLHandshakeException("wrong name")));

        assertThat(said()).singleElement().asString().contains("refuse each other", "handshake failed", "wrong name");
    }

    @Test
    void areToldOnceAMinute() {
        refusals.hear(new SaslAuthenticationException("invalid credentials"));
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        refusals.hear(new SaslAuthenticationException("invalid credentials"));
        assertThat(said()).hasSize(1);

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        refusals.hear(new TopicAuthorizationException("not allowed"));

        assertThat(said()).hasSize(2);
    }

    @Test
    void areToldInTheMiddleOfAnOutage() {
        refusals.hear(new TimeoutException("nobody answers"));
        refusals.hear(new SaslAuthenticationException("invalid credentials"));

        assertThat(said()).hasSize(2);
    }

    @Test
    void areToldFromAnOutage() {
        refusals.hear(new TimeoutException("nobody answers"));
        refusals.hear(new TimeoutException("nobody answers"));

        assertThat(said())
                .singleElement()
                .asString()
                .contains("\"WARN\"", "Kafka takes no events", "nobody answers")
                .doesNotContain("refuse each other", "stackTrace");
    }

    private List<String> said() {
        return log.lines().stream()
                .filter(line -> line.getString("loggerName").equals(Refusals.class.getName()))
                .map(Object::toString)
                .toList();
    }
}
