package dev.vto.worker.application;

import dev.vto.shared.job.Garment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** In how many calls an outfit is put on: each dresses the person that the one before it has made. */
final class Chain {

    private Chain() {}

    /**
     * The garments of each call, in wearing order.
     *
     * @param together the garments that one call takes together
     */
    static List<Set<Garment>> of(Collection<Garment> worn, Set<Garment> together) {
        List<Set<Garment>> calls = new ArrayList<>();
        for (Garment garment : new TreeSet<>(worn)) {
            Set<Garment> last = calls.isEmpty() ? Set.of() : calls.get(calls.size() - 1);
            if (!last.isEmpty() && together.contains(garment) && together.containsAll(last)) {
                last.add(garment);
            } else {
                calls.add(EnumSet.of(garment));
            }
        }
        return calls;
    }
}
