package dev.vto.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {

    /** Everything that it is rendered with; the first is its own values. */
    static Stream<Release> releases() {
        return Stream.concat(
                Stream.of(Release.of()),
                Stream.of("external", "pools", "s3", "keda").map(Release::of));
    }

    @Test
    void hasNothingToComplainOf() {
        LintResult result = new Helm(Release.CHART).lint().strict().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void isReadStrictly() {
        assertThatThrownBy(() -> Release.parse("{apiVersion: v1, kind: Service, spec: {port: 80}}"))
                .hasMessageContaining("port");
    }

    @ParameterizedTest
    @MethodSource("releases")
    void runsEveryPodWithoutRights(Release release) {
        assertThat(release.pods()).isNotEmpty().allSatisfy((name, template) -> {
            PodSpec pod = template.getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(containers(pod)).allSatisfy(container -> {
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getResources().getLimits()).containsKey("memory");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void keepsTheRootOfOurContainersReadOnly(Release release) {
        assertThat(release.pods().values())
                .flatMap(template -> containers(template.getSpec()))
                .filteredOn(container -> container.getImage().contains("vto/"))
                .isNotEmpty()
                .allMatch(container -> container.getSecurityContext().getReadOnlyRootFilesystem());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void selectsThePodsThatItMeans(Release release) {
        List<Map<String, String>> pods = release.pods().values().stream()
                .map(template -> template.getMetadata().getLabels())
                .toList();
        Stream<Map<String, String>> selectors = Stream.of(
                        release.all(Service.class)
                                .map(service -> service.getSpec().getSelector()),
                        release.all(PodDisruptionBudget.class)
                                .map(budget -> budget.getSpec().getSelector())
                                .map(LabelSelector::getMatchLabels),
                        release.all(NetworkPolicy.class)
                                .map(policy -> policy.getSpec().getPodSelector())
                                .map(LabelSelector::getMatchLabels))
                .flatMap(stream -> stream);

        assertThat(selectors).isNotEmpty().allSatisfy(selector -> assertThat(pods)
                .filteredOn(labels -> labels.entrySet().containsAll(selector.entrySet()))
                .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void tellsSecretsByFilesAlone(Release release) {
        assertThat(release.pods().values())
                .flatMap(template -> containers(template.getSpec()))
                .flatMap(Container::getEnv)
                .allSatisfy(variable -> assertThat(variable.getValueFrom()).isNull())
                .extracting(EnvVar::getName)
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|ACCESS_KEY)"));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void givesWorkersTimeToEndTheirJobs(Release release) {
        List<PodTemplateSpec> workers = release.all(Deployment.class)
                .filter(deployment -> deployment.getMetadata().getName().contains("-worker-"))
                .map(deployment -> deployment.getSpec().getTemplate())
                .toList();

        assertThat(workers).isNotEmpty().allSatisfy(worker -> assertThat(
                        Duration.ofSeconds(worker.getSpec().getTerminationGracePeriodSeconds()))
                .isGreaterThan(Duration.parse(variable(worker.getSpec(), "VTO_WORKER_GRACE"))));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void migratesWithTheJobAlone(Release release) {
        assertThat(variable(pod(release, "-catalog"), "VTO_MIGRATE")).isEqualTo("never");
        assertThat(files(pod(release, "-catalog"))).doesNotContain("VTO_DB_OWNER_PASSWORD");
        assertThat(variable(pod(release, "-migrate-1"), "VTO_MIGRATE")).isEqualTo("only");
        assertThat(files(pod(release, "-migrate-1"))).contains("VTO_DB_OWNER_PASSWORD", "VTO_DB_PASSWORD");
    }

    /** What a rendering leaves out is a hook. */
    @Test
    void migratesBesideItsOwnServersAndBeforeAllElseOnThoseThatAreThere() {
        assertThat(Release.template().call()).contains("kind: Job");
        assertThat(Release.template("external").call()).doesNotContain("kind: Job");
    }

    @Test
    void runsNoServersWhereThereAreOthers() {
        Release release = Release.of("external");

        assertThat(release.pods()).containsOnlyKeys("shop-catalog", "shop-worker-default", "shop-migrate-1");
        assertThat(pod(release, "-migrate-1").getInitContainers()).isEmpty();
        assertThat(ports(release.one(NetworkPolicy.class, "shop-worker-default")))
                .containsExactly(53, 53, 6432, 9093);
    }

    @Test
    void letsAWorkerReachOnlyWhatItsPoolNeeds() {
        Release release = Release.of("pools");

        assertThat(ports(release.one(NetworkPolicy.class, "shop-worker-letters")))
                .containsExactly(53, 53, 5432, 9092);
        assertThat(ports(release.one(NetworkPolicy.class, "shop-worker-pictures")))
                .containsExactly(53, 53, 5432, 9092, 443);
        assertThat(ports(release.one(NetworkPolicy.class, "shop-worker-gpu")))
                .containsExactly(53, 53, 5432, 9092, 8188);
    }

    @Test
    void makesEachPoolOfItsOwnWordsAndTheDefaults() {
        Release release = Release.of("pools");
        PodSpec pictures = release.worker("pictures");

        assertThat(variable(pictures, "VTO_GENERATOR")).isEqualTo("hosted");
        assertThat(variable(pictures, "VTO_WORKER_KINDS")).isEqualTo("IMAGE");
        assertThat(variable(pictures, "VTO_WORKER_SLOTS")).isEqualTo("8");
        assertThat(variable(pictures, "VTO_WORKER_POOL")).isEqualTo("pictures");
        assertThat(files(pictures)).contains("VTO_HOSTED_API_KEY");
        assertThat(pictures.getTerminationGracePeriodSeconds()).isEqualTo(630);
        assertThat(release.worker("gpu").getNodeSelector()).containsEntry("accelerator", "gpu");
        assertThat(release.worker("gpu").getContainers().get(0).getResources().getLimits())
                .containsEntry("memory", new Quantity("8Gi"));
        assertThat(files(release.worker("letters"))).containsExactly("VTO_DB_PASSWORD");
        assertThat(variable(pod(release, "-catalog"), "VTO_KINDS")).isEqualTo("IMAGE,LETTER");
    }

    @Test
    void sharesNoDiskWhereFilesAreInAStore() {
        Release release = Release.of("s3");

        assertThat(release.pods().values())
                .flatMap(template -> template.getSpec().getVolumes())
                .noneMatch(volume -> volume.getName().equals("media"));
        assertThat(release.one(ConfigMap.class, "shop-settings").getData()).containsEntry("VTO_MEDIA_STORE", "s3");
        assertThat(files(release.worker("default"))).contains("VTO_S3_ACCESS_KEY", "VTO_S3_SECRET_KEY");
        assertThat(ports(release.one(NetworkPolicy.class, "shop-worker-default")))
                .contains(9000);
    }

    @Test
    void leavesTheSizeOfAPoolToTheScaler() {
        Release release = Release.of("keda");
        Map<String, Object> spec =
                release.custom("ScaledObject", "shop-worker-default").get("spec");

        assertThat(release.one(Deployment.class, "shop-worker-default")
                        .getSpec()
                        .getReplicas())
                .isNull();
        assertThat(spec)
                .containsEntry("scaleTargetRef", Map.of("name", "shop-worker-default"))
                .containsEntry("minReplicaCount", 2)
                .containsEntry("maxReplicaCount", 40);
        assertThat(spec.get("triggers").toString())
                .contains("type=postgresql", "host=db.example.com", "port=6432", "dbName=vto", "sslmode=require")
                .contains("kind IN ('IMAGE', 'VIDEO', 'LETTER')", "targetQueryValue=4")
                .contains("type=kafka", "consumerGroup=vto-worker.default", "lagThreshold=100");
        assertThat(release.custom("TriggerAuthentication", "shop-worker-default")
                        .toString())
                .contains("VTO_DB_WORKER_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workers[0].kinds[0] | MUSIC | /workers/0/kinds/0",
                "workers[0].slots | 0 | /workers/0/slots",
                "workers[0].name | Default Pool | /workers/0/name",
                "workerDefaults.graceSeconds | 0 | /workerDefaults/graceSeconds",
                "database.url | postgresql://user:secret@db/vto | /database/url",
                "kafka.bootstrapServers | kafka | /kafka/bootstrapServers",
                "media.store | s3 | /media/s3/bucket",
                "media.store | disk | /media/store",
                "settings.RETENTION | P30D | /settings",
                "catalog.replica | 3 | replica",
                "catalog.ingress.enabled | true | /catalog/ingress/host",
            })
    void refusesWrongValuesAndNamesThem(String value, String wrong, String named) {
        Object typed = wrong.matches("\\d+") ? (Object) Integer.valueOf(wrong) : wrong;

        assertThatThrownBy(() -> new Helm(Release.CHART)
                        .template()
                        .withName(Release.NAME)
                        .set("workers[0].name", "default")
                        .set(value, typed)
                        .call())
                .hasMessageContaining(named.startsWith("/") ? named.substring(named.lastIndexOf('/') + 1) : named);
    }

    @Test
    void refusesTwoPoolsOfOneName() {
        assertThatThrownBy(() -> Release.of("twice")).hasMessageContaining("the name default is there twice");
    }

    private static PodSpec pod(Release release, String suffix) {
        return release.pods().get(Release.NAME + suffix).getSpec();
    }

    private static List<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .toList();
    }

    private static String variable(PodSpec pod, String name) {
        return pod.getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name))
                .getValue();
    }

    private static List<String> files(PodSpec pod) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals("secrets"))
                .flatMap(volume -> volume.getSecret().getItems().stream())
                .map(item -> item.getPath())
                .toList();
    }

    private static List<Integer> ports(NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream()
                .map(NetworkPolicyEgressRule::getPorts)
                .flatMap(List::stream)
                .map(port -> port.getPort().getIntVal())
                .toList();
    }
}
