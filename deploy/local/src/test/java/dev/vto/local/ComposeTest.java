package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The platform on one machine, as Docker Compose is given it: merged, and with variables that are not replaced. */
class ComposeTest {

    private static final Path FOLDER = Project.ROOT.resolve("deploy/compose");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");
    private static final Pattern SECRET_SETTING =
            Pattern.compile("(?i).*(password|secret|access_?key|root_user|token).*");

    private final String text = read(FOLDER.resolve("compose.yaml"));
    private final JsonNode file = new ObjectMapper().valueToTree(new Yaml().load(text));

    @TempDir
    Path copy;

    @Test
    void hardensEveryServiceOfOurs() {
        List<String> ours = services()
                .filter(service -> service.path("image").asText().startsWith("vto/"))
                .map(service -> {
                    assertThat(service.path("read_only").asBoolean()).isTrue();
                    assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
                    assertThat(texts(service.path("security_opt"))).containsExactly("no-new-privileges:true");
                    return service.path("image").asText();
                })
                .toList();

        assertThat(ours)
                .containsExactlyInAnyOrder(
                        "vto/provision:${VTO_VERSION:-latest}",
                        "vto/catalog-service:${VTO_VERSION:-latest}",
                        "vto/catalog-service:${VTO_VERSION:-latest}",
                        "vto/vto-worker:${VTO_VERSION:-latest}");
    }

    @Test
    void givesSecretsAsFilesThatItDeclares() {
        List<String> given = new ArrayList<>();
        services().forEach(service -> {
            List<String> sources = secretsOf(service);
            given.addAll(sources);
            service.path("environment").fields().forEachRemaining(setting -> {
                if (SECRET_SETTING.matcher(setting.getKey()).matches()) {
                    assertThat(setting.getKey()).endsWith("_FILE");
                    assertThat(sources).contains(setting.getValue().asText().replaceFirst("^/run/secrets/", ""));
                }
            });
        });

        assertThat(given).allMatch(secret -> file.path("secrets").has(secret));
        assertThat(secretFiles().keySet()).allMatch(given::contains);
    }

    @Test
    void hasEachOfItsSecretsMade() throws Exception {
        assertThat(makeSecrets()).isZero();
        Map<String, String> made = secretFiles();
        made.replaceAll((secret, path) -> read(copy.resolve(path)));

        assertThat(made.values()).doesNotHaveDuplicates().allMatch(secret -> secret.matches("[A-Za-z0-9]{30,}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve("secrets"))))
                .isEqualTo("rwx------");

        assertThat(makeSecrets()).isZero();
        assertThat(secretFiles())
                .allSatisfy((secret, path) -> assertThat(copy.resolve(path)).hasContent(made.get(secret)));
    }

    @Test
    void opensPortsToThisMachineAlone() {
        List<String> ports = services()
                .flatMap(service -> texts(service.path("ports")).stream())
                .map(ComposeTest::withDefaults)
                .toList();

        assertThat(ports).hasSize(3).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void namesAVersionOfEachImageOfOthers() {
        List<String> images = services()
                .map(service -> service.path("image").asText())
                .filter(image -> !image.startsWith("vto/"))
                .toList();

        assertThat(images).isNotEmpty().allMatch(image -> image.matches("[^:]+:[^:]*\\d[^:]*"));
    }

    @Test
    void givesAWorkerLongerToStopThanItsGrace() {
        JsonNode worker = file.path("services").path("vto-worker");
        Duration grace = Duration.parse(
                withDefaults(worker.path("environment").path("VTO_WORKER_GRACE").asText()));
        Duration stop = Duration.parse(
                "PT" + withDefaults(worker.path("stop_grace_period").asText()));

        assertThat(stop).isGreaterThan(grace);
    }

    @Test
    void tellsItsSettingsAndTheirDefaultsInTheExample() {
        List<String> example = read(FOLDER.resolve(".env.example")).lines().toList();

        assertThat(VARIABLE.matcher(text).results()).isNotEmpty().allSatisfy(variable -> assertThat(example)
                .contains("# " + variable.group(1) + "=" + variable.group(2)));
    }

    @Test
    void hasPrometheusAskItsServices() {
        JsonNode prometheus =
                new ObjectMapper().valueToTree(new Yaml().load(read(FOLDER.resolve("prometheus/prometheus.yml"))));
        JsonNode names = prometheus.at("/scrape_configs/0/dns_sd_configs/0/names");

        assertThat(texts(names))
                .containsExactly("catalog-service", "vto-worker")
                .allMatch(name -> file.path("services").has(name));
    }

    private int makeSecrets() throws IOException, InterruptedException {
        Path script = copy.resolve("make-secrets");
        if (Files.notExists(script)) {
            Files.copy(FOLDER.resolve("make-secrets"), script);
        }
        return new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(copy.resolve("output").toFile())
                .start()
                .waitFor();
    }

    /** Secrets, with their paths from the folder of the file. */
    private Map<String, String> secretFiles() {
        Map<String, String> files = new TreeMap<>();
        file.path("secrets")
                .fields()
                .forEachRemaining(secret -> files.put(
                        secret.getKey(), secret.getValue().path("file").asText()));
        return files;
    }

    private Stream<JsonNode> services() {
        return stream(file.path("services"));
    }

    /** By their names, whether they are given by these or with another name in the container. */
    private static List<String> secretsOf(JsonNode service) {
        return stream(service.path("secrets"))
                .map(secret -> secret.path("source").asText(secret.asText()))
                .toList();
    }

    private static String withDefaults(String value) {
        return VARIABLE.matcher(value).replaceAll("$2");
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
