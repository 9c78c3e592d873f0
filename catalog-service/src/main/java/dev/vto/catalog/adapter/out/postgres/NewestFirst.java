package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Page;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keyset lists over the aggregates: ids are UUIDv7, so newest first is by id. */
final class NewestFirst {

    /** Above every id: the first page begins below it. */
    static final UUID TOP = new UUID(-1, -1);

    private NewestFirst() {}

    /** Live rows of {@code entity} whose {@code parent} attribute has this value, one more than the page has. */
    static <E> Uni<List<E>> fetch(
            Mutiny.SessionFactory sessions,
            Class<E> type,
            String entity,
            String parent,
            UUID value,
            Page.Request page) {
        String query =
                "from %s where %s = ?1 and id < ?2 and deletedAt is null order by id desc".formatted(entity, parent);
        return sessions.withSession(session -> session.createSelectionQuery(query, type)
                .setParameter(1, value)
                .setParameter(2, page.before().orElse(TOP))
                .setMaxResults(page.fetch())
                .getResultList());
    }

    /**
     * The same of rows that were deleted since a time.
     *
     * @param condition what else must hold of the row {@code e}
     */
    static <E> Uni<List<E>> fetchDeleted(
            Mutiny.SessionFactory sessions,
            Class<E> type,
            String entity,
            String parent,
            UUID value,
            String condition,
            Instant since,
            Page.Request page) {
        String query = "from %s e where e.%s = ?1 and e.id < ?2 and e.deletedAt >= ?3 and %s order by e.id desc"
                .formatted(entity, parent, condition);
        return sessions.withSession(session -> session.createSelectionQuery(query, type)
                .setParameter(1, value)
                .setParameter(2, page.before().orElse(TOP))
                .setParameter(3, since)
                .setMaxResults(page.fetch())
                .getResultList());
    }
}
