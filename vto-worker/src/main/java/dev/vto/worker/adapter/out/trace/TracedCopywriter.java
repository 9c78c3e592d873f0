package dev.vto.worker.adapter.out.trace;

import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Copywriter;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** A copywriter whose calls have spans. */
final class TracedCopywriter extends TracedGenerator<Copywriter> implements Copywriter {

    TracedCopywriter(Copywriter generator, TracedCalls calls) {
        super(generator, calls);
    }

    @Override
    public Set<String> languages() {
        return generator.languages();
    }

    @Override
    public Uni<Copy> write(Request request, Call call) {
        return calls.traced("write", generator, call, traced -> generator.write(request, traced));
    }
}
