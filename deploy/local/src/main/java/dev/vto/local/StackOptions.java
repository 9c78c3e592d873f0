package dev.vto.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a stack is started with.
 *
 * @param project the root of the checkout, where the packaged services are
 * @param home data folder
 * @param workers how many worker processes
 * @param generator name of the generation backend
 * @param environment of the launcher; its {@code VTO_} settings reach the services
 * @param network between the services and the servers
 */
public record StackOptions(
        Path project, Path home, int workers, String generator, Map<String, String> environment, Network network) {

    public StackOptions {
        environment = Map.copyOf(environment);
    }
}
