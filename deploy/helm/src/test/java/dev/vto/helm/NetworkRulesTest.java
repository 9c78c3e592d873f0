package dev.vto.helm;

import static dev.vto.helm.Pods.files;
import static dev.vto.helm.Pods.ports;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pods may reach. */
class NetworkRulesTest {

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
    void letsNobodyReachAnAddressThatIsNotMeant() {
        Release release = Release.of("pools");

        assertThat(List.of("letters", "gpu"))
                .map(pool -> release.one(NetworkPolicy.class, "shop-worker-" + pool))
                .flatMap(policy -> policy.getSpec().getEgress())
                .filteredOn(rule -> rule.getPorts().get(0).getPort().getIntVal() != 53)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getTo())
                        .singleElement()
                        .extracting(NetworkPolicyPeer::getPodSelector)
                        .isNotNull());
        assertThat(release.one(NetworkPolicy.class, "shop-worker-pictures")
                        .getSpec()
                        .getEgress())
                .filteredOn(rule -> rule.getPorts().get(0).getPort().getIntVal() == 443)
                .flatMap(NetworkPolicyEgressRule::getTo)
                .singleElement()
                .satisfies(peer -> assertThat(peer.getIpBlock().getExcept())
                        .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"));
    }

    @Test
    void letsBothServicesReachTheCollectorOfTraces() {
        Release release = Release.of("traced");

        assertThat(release.one(ConfigMap.class, "shop-settings").getData())
                .containsEntry("VTO_TRACES_ENDPOINT", "http://collector.observability:4318")
                .containsEntry("VTO_TRACES_RATIO", "0.1");
        assertThat(ports(release.one(NetworkPolicy.class, "shop-catalog"))).contains(4318);
        assertThat(ports(release.one(NetworkPolicy.class, "shop-worker-default")))
                .containsExactly(53, 53, 5432, 9092, 4318);
        assertThat(files(release.worker("default"))).contains("VTO_TRACES_HEADERS");
        assertThat(Release.of().one(ConfigMap.class, "shop-settings").getData())
                .doesNotContainKey("VTO_TRACES_ENDPOINT");
    }
}
