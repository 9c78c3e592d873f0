package dev.vto.catalog.adapter.out.kafka;

import dev.vto.catalog.application.port.Relay;
import dev.vto.shared.adapter.trace.Spans;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to Kafka. Of all instances one is active: the one whose connection holds an advisory lock; the
 * others try for it once a second. PostgreSQL ends that connection where it does not hear of the relay for a while, so
 * that the lock does not outlive a host that vanished. It runs on a thread of its own, since it waits for PostgreSQL
 * and Kafka in turn.
 */
@ApplicationScoped
class OutboxRelay implements Relay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration IDLE = Duration.ofMillis(25);

    /** Where so many events were there at once, more come, and what costs least is to send them together. */
    private static final int STREAM = 8;

    /** The more there were, the longer it pays to wait for more: so long for each of them, up to the longest. */
    private static final Duration GATHERING = Duration.ofMillis(2);

    private static final Duration LONGEST_GATHERING = Duration.ofMillis(80);
    private static final Duration STANDBY = Duration.ofSeconds(1);
    private static final Duration PRUNING = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int PRUNED_AT_ONCE = 5_000;
    private static final int STATEMENT_SECONDS = 15;

    /**
     * The active relay is heard of every 2 s at least, so this long a silence is that of a host that vanished. And the
     * server keeps its plans, also those that it made while the outbox was empty: it must not read all of it by them.
     */
    private static final String SESSION = "-c enable_seqscan=off -c idle_session_timeout=10s -c tcp_user_timeout=10s"
            + " -c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    private final Semaphore news = new Semaphore(0);
    private final String jdbcUrl;
    private final Properties login = new Properties();
    private final Map<String, Object> kafka;
    private final Duration retention;
    private final OutboxMeters meters;
    private final Spans spans;
    private volatile boolean running;
    private volatile long lastTurn;

    @Nullable
    private Thread thread;

    OutboxRelay(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "vto.outbox-retention") Duration retention,
            OutboxMeters meters,
            Spans spans) {
        this.jdbcUrl = jdbcUrl;
        this.kafka = producerSettings(kafka);
        this.retention = retention;
        this.meters = meters;
        this.spans = spans;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "catalog-service relay");
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", String.valueOf(STATEMENT_SECONDS));
        login.setProperty("options", SESSION);
    }

    @Override
    public void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** How long ago the loop came round; it does so every second, whether it is the one or waits to be. */
    Duration sinceLastTurn() {
        return Duration.ofNanos(System.nanoTime() - lastTurn);
    }

    void onStart(@Observes @Priority(100) StartupEvent event) {
        start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        running = true;
        lastTurn = System.nanoTime();
        Thread relay = new Thread(this::run, "outbox-relay");
        relay.setDaemon(true);
        relay.start();
        thread = relay;
    }

    void stop() throws InterruptedException {
        running = false;
        Thread relay = thread;
        if (relay != null) {
            wake();
            relay.join(STOP_LIMIT.toMillis());
        }
    }

    private void run() {
        while (turn()) {
            try (Connection connection = connect()) {
                OutboxTable table = new OutboxTable(connection);
                while (turn() && !table.lock()) {
                    pause(STANDBY);
                }
                if (running) {
                    relay(table);
                }
            } catch (SQLException e) {
                LOG.warnf("the relay lost PostgreSQL and tries again: %s", e.getMessage());
                pauseQuietly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("the relay failed and tries again", e);
                pauseQuietly();
            }
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, login);
    }

    private boolean turn() {
        lastTurn = System.nanoTime();
        return running;
    }

    private void relay(OutboxTable table) throws SQLException, InterruptedException {
        LOG.info("this instance is the relay now");
        meters.active(true);
        try (Producer<String, byte[]> producer = producer()) {
            OutboxPublisher publisher = new OutboxPublisher(
                    table,
                    spans.areWanted() ? new TracedSends(producer, spans) : producer::send,
                    meters,
                    new Floor(System::nanoTime));
            long pruned = System.nanoTime();
            while (turn()) {
                int done = publisher.publish();
                if (System.nanoTime() - pruned > PRUNING.toNanos()
                        && table.prune(retention, PRUNED_AT_ONCE) < PRUNED_AT_ONCE) {
                    pruned = System.nanoTime();
                }
                if (done == 0) {
                    pause(IDLE);
                } else if (done >= STREAM && done < OutboxPublisher.BATCH) {
                    TimeUnit.MILLISECONDS.sleep(gathering(done).toMillis());
                }
            }
        } finally {
            meters.active(false);
        }
    }

    /** @param events that were there at the last look */
    private static Duration gathering(int events) {
        Duration pays = GATHERING.multipliedBy(events);
        return pays.compareTo(LONGEST_GATHERING) < 0 ? pays : LONGEST_GATHERING;
    }

    private Producer<String, byte[]> producer() {
        return new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    /** @param kafka how any client of ours connects: servers, encryption, login */
    static Map<String, Object> producerSettings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(Map.of(
                "acks", "all",
                "enable.idempotence", true,
                "linger.ms", 0,
                "max.block.ms", 5_000,
                "request.timeout.ms", 5_000,
                "delivery.timeout.ms", 10_000,
                "client.id", "vto-outbox-relay"));
        return settings;
    }

    private void pause(Duration most) throws InterruptedException {
        if (news.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void pauseQuietly() {
        try {
            pause(STANDBY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
