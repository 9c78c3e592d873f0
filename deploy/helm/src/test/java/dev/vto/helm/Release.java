package dev.vto.helm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the chart makes of values: objects of Kubernetes' own types, in which a field that these do not have is an error. */
record Release(List<HasMetadata> objects) {

    static final Path CHART = Path.of("vto");
    static final String NAME = "shop";

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", GenericKubernetesResource.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", GenericKubernetesResource.class),
            Map.entry("keda.sh/v1alpha1/ScaledObject", GenericKubernetesResource.class),
            Map.entry("keda.sh/v1alpha1/TriggerAuthentication", GenericKubernetesResource.class));

    /** Kubernetes' types take any further field in a map, which would hide a wrong one. */
    private static final ObjectMapper STRICT = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private static final ObjectMapper LENIENT = new ObjectMapper(new YAMLFactory());

    /**
     * With what is otherwise a hook, which a rendering leaves out.
     *
     * @param values a file of the folder values, without its ending; none for the chart's own
     */
    static Release of(String... values) {
        return parse(template(values).set("migration.hook", false).call());
    }

    static TemplateCommand template(String... values) {
        TemplateCommand template = new Helm(CHART).template().withName(NAME).withNamespace("default");
        for (String name : values) {
            template.withValuesFile(Path.of("src/test/resources/values", name + ".yaml"));
        }
        return template;
    }

    static Release parse(String yaml) {
        List<HasMetadata> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                LENIENT.readerFor(JsonNode.class).readValues(yaml)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document.isObject()) {
                    objects.add(parse(document));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e.getMessage(), e);
        }
        return new Release(objects);
    }

    private static HasMetadata parse(JsonNode document) throws IOException {
        String type = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        Class<? extends HasMetadata> known = TYPES.get(type);
        if (known == null) {
            throw new AssertionError("no type for " + type);
        }
        ObjectMapper mapper = known == GenericKubernetesResource.class ? LENIENT : STRICT;
        return mapper.treeToValue(document, known);
    }

    <T extends HasMetadata> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        return all(type)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + type.getSimpleName() + " " + name + " in "
                        + objects.stream()
                                .map(object -> object.getMetadata().getName())
                                .toList()));
    }

    GenericKubernetesResource custom(String kind, String name) {
        return all(GenericKubernetesResource.class)
                .filter(object -> object.getKind().equals(kind)
                        && object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    /** The pods of all workloads, by the workload's name. */
    Map<String, PodTemplateSpec> pods() {
        Map<String, PodTemplateSpec> pods = new LinkedHashMap<>();
        all(Deployment.class)
                .forEach(w -> pods.put(w.getMetadata().getName(), w.getSpec().getTemplate()));
        all(StatefulSet.class)
                .forEach(w -> pods.put(w.getMetadata().getName(), w.getSpec().getTemplate()));
        all(Job.class)
                .forEach(w -> pods.put(w.getMetadata().getName(), w.getSpec().getTemplate()));
        return pods;
    }

    /** The pod of the workload whose name ends in this. */
    PodSpec pod(String suffix) {
        return pods().get(NAME + suffix).getSpec();
    }

    PodSpec worker(String pool) {
        return pod("-worker-" + pool);
    }
}
