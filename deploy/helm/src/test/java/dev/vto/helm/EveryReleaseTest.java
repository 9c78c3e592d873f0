package dev.vto.helm;

import static dev.vto.helm.Pods.containers;
import static dev.vto.helm.Pods.files;
import static dev.vto.helm.Pods.variable;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for a release, whatever its values. */
class EveryReleaseTest {

    /** Everything that it is rendered with; the first is its own values. */
    static Stream<Release> releases() {
        return Stream.concat(
                Stream.of(Release.of()),
                Stream.of("external", "pools", "s3", "keda", "monitored", "traced", "encrypted")
                        .map(Release::of));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void runsEveryPodWithoutRights(Release release) {
        assertThat(release.pods()).isNotEmpty().allSatisfy((name, template) -> {
            PodSpec pod = template.getSpec();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
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
    void boundsWhatEveryPodReachesAndIsReachedBy(Release release) {
        List<NetworkPolicySpec> policies =
                release.all(NetworkPolicy.class).map(NetworkPolicy::getSpec).toList();

        assertThat(policies)
                .allSatisfy(policy -> assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress"));
        assertThat(release.pods().values()).allSatisfy(template -> assertThat(policies)
                .filteredOn(policy -> template.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(policy.getPodSelector().getMatchLabels().entrySet()))
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
        assertThat(variable(release.pod("-catalog"), "VTO_MIGRATE")).isEqualTo("never");
        assertThat(files(release.pod("-catalog"))).doesNotContain("VTO_DB_OWNER_PASSWORD");
        assertThat(variable(release.pod("-migrate-1"), "VTO_MIGRATE")).isEqualTo("only");
        assertThat(files(release.pod("-migrate-1"))).contains("VTO_DB_OWNER_PASSWORD", "VTO_DB_PASSWORD");
    }
}
