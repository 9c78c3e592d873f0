package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.FreePort;
import dev.vto.infra.test.TestAuthority;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged services where every connection is encrypted, and every server proves who it is. */
class EncryptedIT {

    /** Far beyond what a loaded machine takes to start a worker. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final String WRONG_PASSWORD = "not-the-password-of-kafka";

    @TempDir
    static Path folder;

    private static EncryptedStack stack;
    private static ServiceProcess refused;
    private static Seller seller;

    @BeforeAll
    static void start() throws Exception {
        stack = EncryptedStack.start(folder);
        ServiceProcess worker = stack.startWorker("worker-1", Map.of());
        refused = startRefusedWorker();
        seller = Seller.with(Rest.signedIn(stack.client(), stack.url(), "seller@example.com"));
        worker.awaitReady(new StopSignal());
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void doesJobsWhoseEventsReachKafka() throws Exception {
        awaitEnd(seller.pictures(1));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        query("SELECT 'sent', count(*) > 3 AND bool_and(sent_at IS NOT NULL) FROM outbox_event"))
                .containsEntry("sent", true));
    }

    @Test
    void encryptsEveryConnectionToPostgres() throws Exception {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        query(
                                """
                                        SELECT application_name, bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
                                        WHERE usename LIKE 'vto_%' GROUP BY 1
                                        """))
                .containsEntry("catalog-service", true)
                .containsEntry("catalog-service relay", true)
                .containsEntry("vto-worker", true)
                .doesNotContainValue(false));
    }

    @Test
    void hearsOfJobsAndEventsByKafka() {
        try (Admin admin = Admin.create(stack.kafka().clientSettings())) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(admin.listGroups().all().get(30, TimeUnit.SECONDS).stream()
                                    .filter(group -> group.groupState()
                                            .filter(state -> state.toString().equals("Stable"))
                                            .isPresent())
                                    .map(group -> group.groupId().replaceFirst("[.].*", ""))
                                    .collect(Collectors.toSet()))
                            .contains("vto-catalog", "vto-worker"));
        }
    }

    @Test
    void answersByTlsAloneAndTellsBrowsersToStay() throws Exception {
        HttpResponse<String> answer = get(stack.client(), stack.url() + "/v1/collections");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThatThrownBy(() -> get(HttpClient.newHttpClient(), stack.url() + "/v1/collections"))
                .isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> get(stack.client(), "http://localhost:" + stack.plainPort() + "/v1/collections"))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void saysThatItRefusesAServerAndThatKafkaRefusesIt() throws Exception {
        awaitInLog(refused, "SSL handshake failed");
        awaitInLog(refused, "invalid credentials with SASL mechanism SCRAM-SHA-512");
        assertThat(get(HttpClient.newHttpClient(), refused.managementUrl() + "/q/health/ready")
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void signsNobodyInByAnEMailAddressInProduction() throws Exception {
        int port = FreePort.take();
        stack.startInProduction("catalog-production", port, Map.of()).awaitReady(new StopSignal());

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/auth/dev"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"email\": \"seller@example.com\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotStartInProductionWhereAnybodyMightSignInAsAnybody() throws Exception {
        ServiceProcess open = stack.startInProduction("catalog-open", FreePort.take(), Map.of("VTO_DEV_LOGIN", "true"));

        await().atMost(LIMIT).until(() -> !open.isAlive());
        assertThat(stack.log(open)).contains("vto.dev-login lets anybody sign in as anybody");
    }

    @Test
    void leavesNoSecretInALog() throws Exception {
        awaitEnd(seller.letter());
        awaitInLog(refused, "invalid credentials");

        RunSecrets secrets = stack.secrets()
                .add("wrong password of Kafka", WRONG_PASSWORD)
                .add("access token", seller.rest().token());
        assertThat(stack.logs()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(log -> assertThat(log)
                .isNotEmptyFile());
        assertThat(secrets.foundIn(stack.logs())).isEmpty();
    }

    /** It trusts another authority than that of PostgreSQL, and has another password than Kafka knows. */
    private static ServiceProcess startRefusedWorker() throws IOException {
        Path other = TestAuthority.in(folder.resolve("other")).certificate();
        Map<String, String> settings = stack.kafkaSettings(stack.certificate(), WRONG_PASSWORD);
        settings.put("VTO_DB_URL", stack.databaseUrl(other));
        return stack.startWorker("worker-refused", settings);
    }

    private static void awaitEnd(Seller.Job job) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(seller.rest()
                        .ok("GET", "/v1/vto-jobs/" + job.id(), (String) null)
                        .get("status")
                        .asText())
                .isEqualTo("SUCCEEDED"));
    }

    private static void awaitInLog(ServiceProcess service, String text) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(stack.log(service)).contains(text));
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Names with what is true of them. */
    private static Map<String, Boolean> query(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(stack.superuserUrl());
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            Map<String, Boolean> rows = new HashMap<>();
            while (found.next()) {
                rows.put(found.getString(1), found.getBoolean(2));
            }
            return rows;
        }
    }
}
