package dev.vto.catalog.domain;

/**
 * The most of something that one account may have.
 *
 * @param code the contract's word for one too many, as {@code too_many_projects}
 * @param what is counted, in the plural
 */
public record Cap(String code, String what, int most) {

    /** No bound at all. */
    public static final Cap NONE = new Cap("", "", Integer.MAX_VALUE);

    /** @throws IllegalArgumentException if not even one is allowed */
    public Cap {
        if (most < 1) {
            throw new IllegalArgumentException("a cap on " + what + " is at least 1, not " + most);
        }
    }

    public boolean bounds() {
        return most < Integer.MAX_VALUE;
    }

    /** @throws Rejected if there is no room for one more beside so many */
    public void requireRoom(long present) {
        requireRoom(present, 1);
    }

    /** @throws Rejected if there is no room for these beside so many */
    public void requireRoom(long present, long more) {
        long room = Math.max(0, most - present);
        if (more > room) {
            throw room == 0
                    ? exceeded()
                    : Rejected.impossible(
                            code,
                            "An account has at most %d %s, and this one has room for %d of these %d."
                                    .formatted(most, what, room, more));
        }
    }

    public Rejected exceeded() {
        return Rejected.impossible(code, "An account has at most " + most + " " + what + ", and this one has as many.");
    }
}
