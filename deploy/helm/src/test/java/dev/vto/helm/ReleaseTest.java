package dev.vto.helm;

import static dev.vto.helm.Pods.containers;
import static dev.vto.helm.Pods.files;
import static dev.vto.helm.Pods.ports;
import static dev.vto.helm.Pods.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What values make of a release. */
class ReleaseTest {

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
        assertThat(release.pod("-migrate-1").getInitContainers()).isEmpty();
        assertThat(ports(release.one(NetworkPolicy.class, "shop-worker-default")))
                .containsExactly(53, 53, 6432, 9093);
    }

    @Test
    void believesTheProxiesThatItIsTold() {
        PodSpec catalog = Release.of("external").pod("-catalog");

        assertThat(variable(catalog, "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING"))
                .isEqualTo("true");
        assertThat(variable(catalog, "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES")).isEqualTo("10.30.0.0/16,10.31.0.7");
        assertThat(Release.of().pod("-catalog").getContainers().get(0).getEnv())
                .extracting(EnvVar::getName)
                .noneMatch(name -> name.startsWith("QUARKUS_HTTP_PROXY"));
    }

    @Test
    void givesTheProvisioningNoSecretThatItDoesNotNeed() {
        Release release = Release.of("topics");
        PodSpec migration = release.pod("-migrate-1");

        assertThat(migration.getInitContainers()).singleElement().satisfies(provision -> assertThat(
                        provision.getVolumeMounts())
                .extracting(VolumeMount::getName)
                .doesNotContain("provision-secrets"));
        assertThat(migration.getVolumes()).noneMatch(volume -> volume.getName().equals("provision-secrets"));
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
        assertThat(variable(release.pod("-catalog"), "VTO_KINDS")).isEqualTo("IMAGE,LETTER");
    }

    @Test
    void givesAPoolItsFiles() {
        Release release = Release.of("pools");
        PodSpec gpu = release.worker("gpu");

        assertThat(gpu.getVolumes())
                .filteredOn(volume -> volume.getName().equals("files"))
                .extracting(volume -> volume.getConfigMap().getName())
                .containsExactly("workflows");
        assertThat(gpu.getContainers().get(0).getVolumeMounts())
                .filteredOn(mount -> mount.getName().equals("files"))
                .extracting(VolumeMount::getMountPath, VolumeMount::getReadOnly)
                .containsExactly(tuple("/etc/vto/files", true));
        assertThat(variable(gpu, "VTO_COMFYUI_TRYON_WORKFLOW")).startsWith("/etc/vto/files/");
        assertThat(release.worker("letters").getVolumes())
                .noneMatch(volume -> volume.getName().equals("files"));
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
    void givesAllThatConnectTheAuthoritiesAndTheLogin() {
        Release release = Release.of("encrypted");

        assertThat(List.of("-catalog", "-worker-default", "-migrate-1"))
                .map(release::pod)
                .allSatisfy(pod -> {
                    assertThat(containers(pod)).allSatisfy(container -> assertThat(container.getVolumeMounts())
                            .extracting(VolumeMount::getMountPath)
                            .contains("/etc/vto/authorities"));
                    assertThat(pod.getVolumes())
                            .filteredOn(volume -> volume.getName().equals("authorities"))
                            .extracting(volume -> volume.getSecret().getSecretName())
                            .containsExactly("vto-authorities");
                    assertThat(pod.getVolumes())
                            .filteredOn(volume -> volume.getName().endsWith("secrets"))
                            .allSatisfy(volume -> assertThat(volume.getSecret().getItems())
                                    .extracting(KeyToPath::getPath)
                                    .contains("KAFKA_SASL_JAAS_CONFIG"));
                });
    }

    @Test
    void givesAServiceALoginOfItsOwn() {
        assertThat(Release.of("encrypted").pod("-catalog").getVolumes())
                .filteredOn(volume -> volume.getName().equals("secrets"))
                .flatMap(volume -> volume.getSecret().getItems())
                .extracting(KeyToPath::getPath, KeyToPath::getKey)
                .contains(
                        tuple("KAFKA_SASL_JAAS_CONFIG", "KAFKA_CATALOG_LOGIN"),
                        tuple("VTO_MEDIA_SECRET", "VTO_MEDIA_SECRET"));
    }

    @Test
    void servesHttpsAloneWhereThereIsACertificate() {
        Release release = Release.of("encrypted");
        PodSpec catalog = release.pod("-catalog");

        assertThat(variable(catalog, "QUARKUS_HTTP_INSECURE_REQUESTS")).isEqualTo("disabled");
        assertThat(variable(catalog, "QUARKUS_HTTP_SSL_CERTIFICATE_FILES")).isEqualTo("/etc/vto/tls/tls.crt");
        assertThat(catalog.getContainers().get(0).getPorts())
                .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                .contains(tuple("http", 8443));
        assertThat(release.one(Service.class, "shop-catalog").getSpec().getPorts())
                .extracting(ServicePort::getPort)
                .containsExactly(443);
    }

    @Test
    void watchesThePodsWhereItIsToldTo() {
        Release release = Release.of("monitored");

        assertThat(release.custom("PodMonitor", "shop").toString())
                .contains("release=prometheus", "port=management", "path=/q/metrics", "targetLabel=service");
        assertThat(release.custom("PrometheusRule", "shop").toString())
                .contains("alert=VtoOutboxStuck")
                .contains("runbook_url=https://git.example.com/vto/blob/main/docs/runbooks.md#vtooutboxstuck")
                .contains("{{ $value | humanizeDuration }}");
        assertThat(release.one(ConfigMap.class, "shop-dashboard").getData().get("vto.json"))
                .contains("vto_jobs_waiting", "{{kind}}");
    }

    @Test
    void watchesNothingOtherwise() {
        assertThat(Release.of().objects())
                .extracting(object -> object.getKind())
                .doesNotContain("PodMonitor", "PrometheusRule");
    }
}
