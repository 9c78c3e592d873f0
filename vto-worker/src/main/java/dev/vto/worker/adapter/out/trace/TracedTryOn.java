package dev.vto.worker.adapter.out.trace;

import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import io.smallrye.mutiny.Uni;

/** A try-on whose calls have spans. */
final class TracedTryOn extends TracedGenerator<TryOnGenerator> implements TryOnGenerator {

    TracedTryOn(TryOnGenerator generator, TracedCalls calls) {
        super(generator, calls);
    }

    @Override
    public Capabilities canDress() {
        return generator.canDress();
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        return calls.traced("try on", generator, call, traced -> generator.generate(request, traced));
    }
}
