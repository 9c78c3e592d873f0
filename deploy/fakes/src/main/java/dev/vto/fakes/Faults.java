package dev.vto.fakes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that are still to happen, in the order in which they were injected. */
final class Faults {

    private static final class Injected {

        private final Fault fault;
        private final Purpose on;
        private int times;

        private Injected(Fault fault, Purpose on, int times) {
            this.fault = fault;
            this.on = on;
            this.times = times;
        }
    }

    private final List<Injected> injected = new ArrayList<>();

    synchronized void inject(Fault fault, Purpose on, int times) {
        injected.add(new Injected(fault, on, times));
    }

    /** The fault that befalls this request. */
    Optional<Fault> take(Purpose purpose) {
        return take(each -> each.on == purpose && !each.fault.isOfJob());
    }

    /** The fault that befalls a job which is being submitted. */
    Optional<Fault> takeForJob() {
        return take(each -> each.fault.isOfJob());
    }

    private synchronized Optional<Fault> take(Predicate<Injected> which) {
        for (Iterator<Injected> all = injected.iterator(); all.hasNext(); ) {
            Injected next = all.next();
            if (which.test(next)) {
                if (--next.times == 0) {
                    all.remove();
                }
                return Optional.of(next.fault);
            }
        }
        return Optional.empty();
    }
}
