package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.StreamRights;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.stream.Collectors;

/** Rights by the projects and users in memory. */
public final class InMemoryStreamRights implements StreamRights {

    private final InMemoryUsers users;
    private final InMemoryProjects projects;

    public InMemoryStreamRights(InMemoryUsers users, InMemoryProjects projects) {
        this.users = users;
        this.projects = projects;
    }

    @Override
    public Uni<Set<Reading>> lost(Set<Reading> readings) {
        return Uni.createFrom()
                .item(() ->
                        readings.stream().filter(reading -> !permitted(reading)).collect(Collectors.toSet()));
    }

    private boolean permitted(Reading reading) {
        return users.live(reading.user()).isPresent()
                && reading.project()
                        .map(project -> projects.findNow(project)
                                .flatMap(found -> found.roleOf(reading.user()))
                                .isPresent())
                        .orElse(true);
    }
}
