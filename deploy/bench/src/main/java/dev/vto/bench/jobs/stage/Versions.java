package dev.vto.bench.jobs.stage;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The versions of libraries that are measured or measure, as the build wrote them down. */
final class Versions {

    private Versions() {}

    static Map<String, String> ofLibraries() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Versions.class.getResourceAsStream("/bench/versions.properties")) {
            properties.load(file);
        }
        Map<String, String> versions = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> versions.put(name, properties.getProperty(name)));
        return versions;
    }
}
