package dev.vto.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How clients reach a broker.
 *
 * @param host the name by which they find it
 * @param broker settings of the broker
 * @param client settings of a client, but where the broker is
 * @param format options that its storage is formatted with
 */
public record KafkaAccess(String host, Map<String, String> broker, Map<String, String> client, List<String> format) {

    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String LISTENER = "listener.name.client.";

    /** Neither encrypted nor signed in. */
    public static KafkaAccess open() {
        return new KafkaAccess(KafkaBroker.HOST, protocol("PLAINTEXT"), Map.of(), List.of());
    }

    /**
     * Encrypted, and signed in by SCRAM.
     *
     * @param host that the identity is of
     * @param authorities a file of those that vouch for it (PEM)
     * @param user the only one there is; neither name nor password has quotes in it
     */
    public static KafkaAccess encrypted(
            String host, ServerIdentity identity, Path authorities, String user, String password) {
        Map<String, String> client = client(authorities, user, password);
        Map<String, String> broker = protocol("SASL_SSL");
        broker.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
        broker.put(LISTENER + "sasl.enabled.mechanisms", MECHANISM);
        broker.put(LISTENER + "scram-sha-512.sasl.jaas.config", client.get("sasl.jaas.config"));
        broker.put(LISTENER + "ssl.keystore.type", "PEM");
        broker.put(LISTENER + "ssl.keystore.certificate.chain", read(identity.certificate()));
        broker.put(LISTENER + "ssl.keystore.key", read(identity.key()));
        // The broker is a client of its own listener too.
        broker.put(LISTENER + "ssl.truststore.type", "PEM");
        broker.put(LISTENER + "ssl.truststore.location", authorities.toString());
        return new KafkaAccess(
                host,
                broker,
                client,
                List.of("--add-scram", MECHANISM + "=[name=" + user + ",password=" + password + "]"));
    }

    /** Settings of a client that signs in by SCRAM over an encrypted connection. */
    public static Map<String, String> client(Path authorities, String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authorities.toString(),
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "KafkaAccess[" + host + "]";
    }

    private static Map<String, String> protocol(String clients) {
        return new TreeMap<>(Map.of("listener.security.protocol.map", "CLIENT:" + clients + ",CONTROLLER:PLAINTEXT"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
