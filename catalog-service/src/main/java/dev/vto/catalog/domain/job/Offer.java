package dev.vto.catalog.domain.job;

import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Rejected.FieldError;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the configured backends make.
 *
 * @param presets names of persons, the default one among them
 */
public record Offer(Set<JobKind> kinds, List<String> presets) {

    /** @throws IllegalArgumentException if nothing is offered, or the default preset is not */
    public Offer {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("vto.kinds names at least one of " + EnumSet.allOf(JobKind.class));
        }
        kinds = Set.copyOf(kinds);
        presets = presets.stream().distinct().toList();
        if (!presets.contains(Person.DEFAULT_PRESET)) {
            throw new IllegalArgumentException("vto.presets contains " + Person.DEFAULT_PRESET
                    + ", which requests without a person get; it is " + presets);
        }
    }

    /** @throws Rejected if this kind is not made here */
    public void require(JobKind kind) {
        if (!kinds.contains(kind)) {
            String offered = kinds.stream().sorted().map(JobKind::name).collect(Collectors.joining(", "));
            throw refused("kind_not_offered", "kind", kind.name(), offered);
        }
    }

    /** @throws Rejected if the person is a preset that is not offered */
    public void require(Person person) {
        String preset = person.preset();
        if (preset != null && !presets.contains(preset)) {
            throw refused("preset_not_offered", "person.preset", preset, String.join(", ", presets));
        }
    }

    private static Rejected refused(String code, String field, String asked, String offered) {
        String message = "is one of " + offered + " here, not " + asked;
        return Rejected.impossible(code, field + " " + message + ".", List.of(new FieldError(field, message)));
    }
}
