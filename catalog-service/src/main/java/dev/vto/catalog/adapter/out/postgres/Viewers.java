package dev.vto.catalog.adapter.out.postgres;

/** Conditions on a row of {@code projects} named {@code p}: who may see it. */
final class Viewers {

    private Viewers() {}

    /** Whether it is shared with the user, in whatever role. */
    static String isSharedWith(String user) {
        return "p.shard_user_list @> jsonb_build_array(jsonb_build_object('userId', %s))".formatted(user);
    }

    /** Whether it is live, and the user's own or shared with the user. */
    static String mayBeSeenBy(String user) {
        return "p.deleted_at IS NULL AND (p.user_id = %s OR %s)".formatted(user, isSharedWith(user));
    }
}
