package dev.vto.infra.test;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * No Kafka, and a PostgreSQL that is reached over a network that may fail. The init argument {@code setting} names the
 * setting by which the service finds PostgreSQL, {@code VTO_DB_URL} by default.
 */
public final class FailingPlatform extends PlatformResource {

    private static final String DATABASE_URL = "VTO_DB_URL";

    private static @Nullable TcpProxy network;

    private String setting = DATABASE_URL;

    @Override
    public void init(Map<String, String> args) {
        super.init(args);
        setting = args.getOrDefault("setting", setting);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        String url = settings.getOrDefault(DATABASE_URL, "");
        TcpProxy proxy = TcpProxy.to(Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1")));
        network = proxy;
        settings.put(setting, url.replaceFirst(":\\d+/", ":" + proxy.port() + "/"));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
        return settings;
    }

    /** What lies between the service and PostgreSQL. */
    public static TcpProxy network() {
        if (network == null) {
            throw new IllegalStateException("the platform has not started");
        }
        return network;
    }

    @Override
    public void stop() {
        if (network != null) {
            network.close();
        }
    }
}
