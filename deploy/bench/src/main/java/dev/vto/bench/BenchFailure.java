package dev.vto.bench;

/** Nothing can be measured; the message says why, and what is wanted. */
public final class BenchFailure extends RuntimeException {

    public BenchFailure(String message) {
        super(message);
    }
}
