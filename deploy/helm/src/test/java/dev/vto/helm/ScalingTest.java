package dev.vto.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What KEDA is told of a pool. */
class ScalingTest {

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
        assertThat(triggers(release))
                .contains("type=postgresql", "host=db.example.com", "port=6432", "dbName=vto", "sslmode=require")
                .contains("kind IN ('IMAGE', 'VIDEO', 'LETTER')", "targetQueryValue=4")
                .contains("type=kafka", "consumerGroup=vto-worker.default", "lagThreshold=100")
                .contains("bootstrapServers=shop-kafka.default.svc:9092");
        assertThat(release.custom("TriggerAuthentication", "shop-worker-default")
                        .toString())
                .contains("VTO_DB_WORKER_PASSWORD");
    }

    @Test
    void asksAnEncryptedKafkaForNoLagButByALogin() {
        assertThat(triggers(Release.of("keda", "encrypted")))
                .contains("type=postgresql")
                .doesNotContain("type=kafka");
        assertThat(triggers(Release.of("keda", "encrypted", "scaler")))
                .contains("type=kafka", "authenticationRef={name=kafka-login}");
    }

    private static String triggers(Release release) {
        Map<String, Object> spec =
                release.custom("ScaledObject", "shop-worker-default").get("spec");
        return spec.get("triggers").toString();
    }
}
