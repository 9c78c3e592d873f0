package dev.vto.provision;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The settings of the command, by the names that the services have for them: from the environment, and from files of
 * the folders that {@code SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS} lists, each named by its setting.
 */
record ProvisionSettings(SmallRyeConfig config) {

    private static final String URL = "VTO_DB_URL";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    static ProvisionSettings load() {
        return new ProvisionSettings(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredSources()
                .build());
    }

    /** The name of the platform's database. */
    String database() {
        String path = url().getPath();
        String name = path == null || path.isEmpty() ? "" : path.substring(1);
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException(URL
                    + " ends in the name of a database, of lower-case letters, digits and _, not in '" + name + "'");
        }
        return name;
    }

    /** Of the database that the administrator connects to, in the cluster of the platform's. */
    String jdbcUrl() {
        URI url = url();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return "jdbc:postgresql://" + url.getRawAuthority() + "/" + optional("VTO_DB_ADMIN_DATABASE", "postgres")
                + query;
    }

    String administrator() {
        return optional("VTO_DB_ADMIN_USERNAME", "postgres");
    }

    DatabasePasswords passwords() {
        return new DatabasePasswords(
                required("VTO_DB_ADMIN_PASSWORD"),
                required("VTO_DB_OWNER_PASSWORD"),
                required("VTO_DB_CATALOG_PASSWORD"),
                required("VTO_DB_WORKER_PASSWORD"));
    }

    PlatformTopics topics() {
        return new PlatformTopics(
                Integer.MAX_VALUE,
                config.getOptionalValue("VTO_TOPIC_REPLICAS", Integer.class).orElse(1));
    }

    /** Whatever the environment says of Kafka, as {@code KAFKA_BOOTSTRAP_SERVERS} or {@code KAFKA_SASL_MECHANISM}. */
    Map<String, Object> kafka() {
        required("KAFKA_BOOTSTRAP_SERVERS");
        Map<String, Object> settings = new TreeMap<>();
        for (String name : AdminClientConfig.configNames()) {
            config.getOptionalValue("kafka." + name, String.class).ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "ProvisionSettings[hidden]";
    }

    private URI url() {
        String url = required(URL);
        if (!url.startsWith("postgresql://")) {
            throw new IllegalArgumentException(URL + " begins with postgresql://, as postgresql://host:5432/vto");
        }
        return URI.create(url);
    }

    private String optional(String name, String otherwise) {
        return config.getOptionalValue(name, String.class).orElse(otherwise);
    }

    private String required(String name) {
        return config.getOptionalValue(name, String.class)
                .orElseThrow(() -> new NoSuchElementException(
                        name + " is not set, neither in the environment nor by a file of that name"));
    }
}
