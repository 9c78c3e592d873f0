package dev.vto.catalog.application.port;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A part of a list, newest first.
 *
 * @param next the id after which the next page begins, empty on the last page
 */
public record Page<T>(List<T> items, Optional<UUID> next) {

    /** The only page of a list that has nothing. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), Optional.empty());
    }

    /** What part of a list is wanted: at most {@code limit} items whose id is below {@code before}. */
    public record Request(int limit, Optional<UUID> before) {

        public static final int MAX_LIMIT = 100;

        public Request {
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("limit is 1-" + MAX_LIMIT + ", not " + limit);
            }
        }

        /** One more than asked for tells whether there is a next page. */
        public int fetch() {
            return limit + 1;
        }

        /** Cuts what was fetched down to a page. */
        public <T> Page<T> page(List<T> fetched, Function<T, UUID> id) {
            if (fetched.size() <= limit) {
                return new Page<>(List.copyOf(fetched), Optional.empty());
            }
            List<T> items = List.copyOf(fetched.subList(0, limit));
            return new Page<>(items, Optional.of(id.apply(items.get(limit - 1))));
        }
    }
}
