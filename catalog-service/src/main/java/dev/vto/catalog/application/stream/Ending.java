package dev.vto.catalog.application.stream;

/** Why a stream ended. */
public enum Ending {
    /** The last event of its job was sent. */
    COMPLETE,
    /** The reader went away. */
    LEFT,
    /** The access token it was opened with is no longer good. */
    EXPIRED,
    /** The reader may no longer read it. */
    REVOKED,
    /** This instance stops. */
    SHUTDOWN,
    /** The reader took nothing for a whole heartbeat. */
    SLOW,
    /** History could not be read. */
    FAILED;

    /** Whether the reader would wait for more in vain: it comes back, and goes on after what it has. */
    public boolean cutsOff() {
        return this != COMPLETE && this != LEFT;
    }

    /** Whether the connection is closed as it stands: what is on its way may never arrive. */
    public boolean abrupt() {
        return this == SLOW || this == FAILED;
    }
}
