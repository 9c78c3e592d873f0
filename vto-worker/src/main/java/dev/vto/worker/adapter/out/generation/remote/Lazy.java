package dev.vto.worker.adapter.out.generation.remote;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes one thing, when it is first asked for: the client of a backend, which counts requests of all kinds together. */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
