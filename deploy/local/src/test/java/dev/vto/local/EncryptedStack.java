package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.FreePort;
import dev.vto.infra.KafkaAccess;
import dev.vto.infra.KafkaBroker;
import dev.vto.infra.PostgresServer;
import dev.vto.infra.ServerIdentity;
import dev.vto.infra.test.TestAuthority;
import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged services and the provisioning as an operator sets them up on servers that are reached by encrypted
 * connections alone, with their Kafka password in a file.
 */
final class EncryptedStack implements AutoCloseable {

    private static final String KAFKA_USER = "platform";
    private static final String KAFKA_PASSWORD = "the-password-of-kafka";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Path folder;
    private final TestAuthority authority;
    private final Home home;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final Services services;
    private final int httpPort = FreePort.take();
    private final int httpsPort = FreePort.take();
    private final ServerIdentity identity;

    private EncryptedStack(Path folder) {
        this.folder = folder;
        authority = TestAuthority.in(folder.resolve("authority"));
        identity = authority.issue("localhost");
        home = opened(Home.open(folder.resolve("home")));
        secrets = Secrets.loadOrMake(home.secrets());
        Children children = opened(Children.watch(home));
        postgres = opened(PostgresServer.start(home.postgres(), 0, secrets.database(), identity));
        children.addPostgres(postgres.pid());
        kafka = opened(KafkaBroker.start(
                home.kafka(),
                0,
                KafkaAccess.encrypted("localhost", identity, authority.certificate(), KAFKA_USER, KAFKA_PASSWORD)));
        ServiceSettings settings = new ServiceSettings(
                Map.of("VTO_LOG_JSON", "true", "VTO_WORKER_GRACE", "PT1S"),
                home,
                secrets,
                databaseUrl(authority.certificate()),
                kafka.bootstrap(),
                "simulated");
        services = opened(new Services(
                Project.ROOT,
                settings,
                children,
                Terminal.on(new PrintStream(OutputStream.nullOutputStream()), false)));
    }

    /** Starts it with a catalog, and waits until that is ready. */
    static EncryptedStack start(Path folder) throws Exception {
        EncryptedStack stack = new EncryptedStack(folder);
        try {
            stack.provision();
            stack.startCatalog().awaitReady(new StopSignal());
            return stack;
        } catch (Exception | AssertionError e) {
            stack.close();
            throw e;
        }
    }

    /**
     * Starts a worker, without waiting until it is ready.
     *
     * @param own settings of this worker alone
     */
    ServiceProcess startWorker(String name, Map<String, String> own) throws IOException {
        Map<String, String> environment = kafkaSettings(authority.certificate(), KAFKA_PASSWORD);
        environment.putAll(own);
        return services.startWorker(name, environment);
    }

    /**
     * Starts a further catalog as one is in production, without waiting until it is ready.
     *
     * @param httpPort where it answers without encryption
     * @param own settings of this catalog alone
     */
    ServiceProcess startInProduction(String name, int httpPort, Map<String, String> own) throws IOException {
        Map<String, String> environment = kafkaSettings(authority.certificate(), KAFKA_PASSWORD);
        environment.putAll(Map.of("QUARKUS_PROFILE", "prod", "VTO_MIGRATE", "never"));
        environment.putAll(own);
        return services.startCatalog(name, httpPort, environment);
    }

    String databaseUrl(Path authorities) {
        return "postgresql://localhost:" + postgres.port() + "/vto?sslmode=verify-full&sslrootcert=" + authorities;
    }

    /** Settings of a client of Kafka, but where it is; the password is in a file. */
    Map<String, String> kafkaSettings(Path authorities, String password) throws IOException {
        Map<String, String> settings = new HashMap<>();
        KafkaAccess.client(authorities, KAFKA_USER, password)
                .forEach((name, value) ->
                        settings.put("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        Path secret = Files.createTempDirectory(folder, "secrets");
        Files.writeString(secret.resolve("KAFKA_SASL_JAAS_CONFIG"), settings.remove("KAFKA_SASL_JAAS_CONFIG") + "\n");
        settings.put("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", secret.toString());
        return settings;
    }

    /** Of clients that trust its authority alone. */
    HttpClient client() {
        return HttpClient.newBuilder().sslContext(authority.trusting()).build();
    }

    Path certificate() {
        return authority.certificate();
    }

    String url() {
        return "https://localhost:" + httpsPort;
    }

    /** Where a catalog without encryption would be. */
    int plainPort() {
        return httpPort;
    }

    KafkaBroker kafka() {
        return kafka;
    }

    String superuserUrl() {
        return "jdbc:" + databaseUrl(authority.certificate()) + "&user=" + PostgresServer.SUPERUSER + "&password="
                + secrets.of("superuser");
    }

    /** What a service has said. */
    String log(ServiceProcess service) throws IOException {
        return Files.readString(home.logs().resolve(service.name() + ".log"));
    }

    /** What the services and PostgreSQL have said. */
    List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(home.logs())) {
            return Stream.concat(files, Stream.of(home.postgres().resolve("postgres.log")))
                    .toList();
        }
    }

    /** What it was told, or made for itself, that nobody else may know. */
    RunSecrets secrets() throws IOException {
        return RunSecrets.of(home.folder())
                .add("password of Kafka", KAFKA_PASSWORD)
                .addKey(identity.key());
    }

    @Override
    public void close() {
        if (parts.isEmpty()) {
            return;
        }
        try {
            parts.pop().close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            close();
        }
    }

    private ServiceProcess startCatalog() throws IOException {
        Map<String, String> environment = kafkaSettings(authority.certificate(), KAFKA_PASSWORD);
        environment.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(httpsPort));
        environment.put("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
        environment.put(
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", identity.certificate().toString());
        environment.put("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", identity.key().toString());
        return services.startCatalog("catalog-service", httpPort, environment);
    }

    /** By the command that operators run. */
    private void provision() throws IOException, InterruptedException {
        Map<String, String> settings = kafkaSettings(authority.certificate(), KAFKA_PASSWORD);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
        settings.put("VTO_DB_URL", databaseUrl(authority.certificate()));
        settings.put("VTO_DB_ADMIN_PASSWORD", secrets.of("superuser"));
        settings.put("VTO_DB_OWNER_PASSWORD", secrets.of("owner"));
        settings.put("VTO_DB_CATALOG_PASSWORD", secrets.of("catalog"));
        settings.put("VTO_DB_WORKER_PASSWORD", secrets.of("worker"));
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.vto.provision.Provision")
                .redirectErrorStream(true);
        command.environment().putAll(settings);
        Process provision = command.start();
        String said = new String(provision.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(provision.waitFor()).as(said).isZero();
        assertThat(said).contains("database vto and its roles are there", "topics are there");
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
