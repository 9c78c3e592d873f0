package dev.vto.catalog.application.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads lists page by page, as clients do. */
final class Pages {

    static final Page.Request ALL = new Page.Request(Page.Request.MAX_LIMIT, Optional.empty());

    private Pages() {}

    /** The pages of two items each, to the last. */
    static <T> List<List<T>> ofTwo(Function<Page.Request, Page<T>> list) {
        List<List<T>> pages = new ArrayList<>();
        Optional<UUID> before = Optional.empty();
        do {
            Page<T> page = list.apply(new Page.Request(2, before));
            pages.add(page.items());
            before = page.next();
        } while (before.isPresent());
        return pages;
    }
}
