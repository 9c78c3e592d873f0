package dev.vto.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The environment of the services: the launcher's {@code VTO_} settings, and over them what the stack decides. */
record ServiceSettings(
        Map<String, String> environment,
        Home home,
        Secrets secrets,
        String databaseUrl,
        String kafkaBootstrap,
        String generator) {

    private static final String PREFIX = "VTO_";

    /** Ends the names of settings that hold keys of generation backends, which are the workers' alone. */
    private static final String BACKEND_KEY = "_API_KEY";

    /** Settings of the launcher itself. */
    private static final Set<String> OWN =
            Set.of("VTO_HOME", "VTO_PROJECT", "VTO_HTTP_PORT", "VTO_PG_PORT", "VTO_KAFKA_PORT");

    Map<String, String> catalog(int httpPort) {
        Map<String, String> settings = shared();
        settings.keySet().removeIf(name -> name.endsWith(BACKEND_KEY));
        settings.put("QUARKUS_PROFILE", "local");
        // Its default is one folder for all users of the machine, which belongs to the first of them.
        settings.put("QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY", home.uploads().toString());
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
        settings.put("VTO_DB_USERNAME", "vto_catalog");
        settings.put("VTO_DB_PASSWORD", secrets.of("catalog"));
        settings.put("VTO_DB_OWNER_USERNAME", "vto_owner");
        settings.put("VTO_DB_OWNER_PASSWORD", secrets.of("owner"));
        settings.put("VTO_KEYS_DIR", home.keys().toString());
        settings.put("VTO_MEDIA_SECRET", secrets.of("media"));
        return settings;
    }

    Map<String, String> worker(String name) {
        Map<String, String> settings = shared();
        settings.put("VTO_DB_USERNAME", "vto_worker");
        settings.put("VTO_DB_PASSWORD", secrets.of("worker"));
        settings.put("VTO_WORKER_NAME", name);
        return settings;
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "ServiceSettings[" + databaseUrl + ", " + kafkaBootstrap + "]";
    }

    private Map<String, String> shared() {
        Map<String, String> settings = new HashMap<>(environment);
        settings.keySet().removeIf(name -> !name.startsWith(PREFIX) || OWN.contains(name));
        settings.putAll(Map.of(
                "VTO_DB_URL", databaseUrl,
                "KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap,
                "VTO_MEDIA_DIR", home.media().toString(),
                "QUARKUS_HTTP_HOST", Port.HOST,
                "VTO_GENERATOR", generator));
        settings.put("VTO_MEDIA_STORE", "file");
        settings.putIfAbsent("VTO_LOG_JSON", "false");
        return settings;
    }
}
