package dev.vto.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;
import java.util.stream.Stream;

/** Reads what pods are given. */
final class Pods {

    private Pods() {}

    static List<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .toList();
    }

    static String variable(PodSpec pod, String name) {
        return pod.getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name))
                .getValue();
    }

    static List<String> files(PodSpec pod) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals("secrets"))
                .flatMap(volume -> volume.getSecret().getItems().stream())
                .map(item -> item.getPath())
                .toList();
    }

    static List<Integer> ports(NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream()
                .map(NetworkPolicyEgressRule::getPorts)
                .flatMap(List::stream)
                .map(port -> port.getPort().getIntVal())
                .toList();
    }
}
