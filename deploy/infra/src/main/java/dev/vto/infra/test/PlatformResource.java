package dev.vto.infra.test;

import dev.vto.infra.PostgresServer;
import dev.vto.provision.PlatformDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service under test its PostgreSQL, its Kafka and a media folder. The servers are shared by all test classes
 * of a JVM and end with it. The init argument {@code role} is {@code catalog} or {@code worker}; a worker finds the
 * schema migrated, as the catalog would have left it. With {@code database} a test has a database of that name to itself.
 */
public class PlatformResource implements QuarkusTestResourceLifecycleManager {

    private String role = "catalog";
    private @Nullable String database;

    @Override
    public void init(Map<String, String> args) {
        role = args.getOrDefault("role", role);
        database = args.get("database");
    }

    @Override
    public Map<String, String> start() {
        Platform platform = Shared.PLATFORM;
        Map<String, String> settings = new HashMap<>();
        String url = databaseUrl(platform);
        settings.put("VTO_DB_URL", url);
        settings.put("VTO_DB_OWNER_USERNAME", "vto_owner");
        settings.put("VTO_DB_OWNER_PASSWORD", Platform.PASSWORDS.owner());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", platform.kafkaBootstrap());
        settings.put("VTO_MEDIA_DIR", TemporaryFolder.ofThisJvm("vto-media").toString());
        if (role.equals("worker")) {
            Schema.migrate("jdbc:" + url, "vto_owner", Platform.PASSWORDS.owner());
            settings.put("VTO_DB_USERNAME", "vto_worker");
            settings.put("VTO_DB_PASSWORD", Platform.PASSWORDS.worker());
        } else {
            settings.put("VTO_DB_USERNAME", "vto_catalog");
            settings.put("VTO_DB_PASSWORD", Platform.PASSWORDS.catalog());
            settings.put("VTO_KEYS_DIR", TemporaryFolder.ofThisJvm("vto-keys").toString());
            settings.put("VTO_MEDIA_SECRET", "a-secret-that-only-tests-know-0123456789");
        }
        return settings;
    }

    @Override
    public void stop() {
        // The servers serve the next test class of this JVM too; a shutdown hook ends them.
    }

    private String databaseUrl(Platform platform) {
        String shared = platform.databaseUrl();
        if (database == null) {
            return shared;
        }
        PlatformDatabase.ensure("jdbc:" + shared, PostgresServer.SUPERUSER, Platform.PASSWORDS, database);
        return shared.substring(0, shared.lastIndexOf('/') + 1) + database;
    }

    /** One platform a JVM, started by the first test that needs it. */
    private static final class Shared {

        static final Platform PLATFORM = Platform.start(System.getProperty(Platform.SETTING, "embedded"));
    }
}
