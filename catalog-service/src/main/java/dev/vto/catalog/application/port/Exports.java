package dev.vto.catalog.application.port;

import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Multi;
import java.util.Locale;

/** All that is held on a user. */
public interface Exports {

    /** The parts of an export, in their order. */
    enum Section {
        USER,
        SESSIONS,
        COLLECTIONS,
        PROJECTS,
        PRODUCTS,
        IMAGES,
        VIDEOS,
        LETTERS,
        JOBS,
        ATTEMPTS,
        /** Jobs that the user submitted in projects of others. */
        SUBMITTED,
        /** Projects of others. */
        SHARED,
        REQUESTS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param json one object; stored files are named as columns hold them */
    record Entry(Section section, String json) {}

    /**
     * Reads section by section, no faster than the entries are taken, all as of one moment. Whoever cancels lets go of
     * the database.
     */
    Multi<Entry> of(UserId user);
}
