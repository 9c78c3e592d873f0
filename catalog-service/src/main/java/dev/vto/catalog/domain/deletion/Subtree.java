package dev.vto.catalog.domain.deletion;

import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import java.util.Locale;
import java.util.UUID;

/**
 * A thing with all that it holds: collections hold projects, projects products, and each the results and jobs of what it
 * holds. It is deleted at one time, and what was deleted at that time is restored with it.
 *
 * @param top what kind of thing stands at its root
 * @param id of the root
 */
public record Subtree(Top top, UUID id) {

    /** The kinds of things that hold others, from the widest to the narrowest. */
    public enum Top {
        ACCOUNT,
        COLLECTION,
        PROJECT,
        PRODUCT;

        /** As messages call it. */
        public String noun() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subtree of(UserId account) {
        return new Subtree(Top.ACCOUNT, account.value());
    }

    public static Subtree of(CollectionId collection) {
        return new Subtree(Top.COLLECTION, collection.value());
    }

    public static Subtree of(ProjectId project) {
        return new Subtree(Top.PROJECT, project.value());
    }

    public static Subtree of(ProductId product) {
        return new Subtree(Top.PRODUCT, product.value());
    }
}
