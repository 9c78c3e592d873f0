package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.domain.Cap;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds of which an owner may have only so many: counted under a lock on the owner, so that adds that meet wait. */
final class Capped {

    private Capped() {}

    /** @param type the name of the entity, which has {@code ownerId} and {@code deletedAt} */
    static Uni<Void> persist(Mutiny.Session session, Object entity, String type, UserId owner, Cap cap) {
        if (!cap.bounds()) {
            return session.persist(entity);
        }
        String count = "select count(*) from " + type + " where ownerId = ?1 and deletedAt is null";
        return session.find(UserEntity.class, owner.value(), LockModeType.PESSIMISTIC_WRITE)
                .chain(() -> session.createSelectionQuery(count, Long.class)
                        .setParameter(1, owner.value())
                        .getSingleResult())
                .invoke(cap::requireRoom)
                .chain(() -> session.persist(entity));
    }
}
