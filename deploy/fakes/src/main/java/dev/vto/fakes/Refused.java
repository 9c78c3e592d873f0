package dev.vto.fakes;

/** A request that is not as the backend's document says. */
public final class Refused extends RuntimeException {

    private final int status;

    public Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
