package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Rejected;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list, and its answer. */
public class Paging {

    private static final int DEFAULT_LIMIT = 20;

    /** 1-100, 20 if absent. */
    @QueryParam("limit")
    @Nullable
    String limit;

    /** Where the page begins: {@code nextCursor} of the one before. */
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** @param nextCursor null on the last page */
    record Answer<T>(List<T> items, @Nullable String nextCursor) {}

    /** @throws Rejected if a parameter is out of bounds */
    Page.Request request() {
        return new Page.Request(limitOrDefault(), Optional.ofNullable(cursor).map(Paging::decode));
    }

    static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Rejected.invalid(name, "is true or false");
        };
    }

    static <T, V> Answer<V> answer(Page<T> page, Function<T, V> view) {
        return new Answer<>(
                page.items().stream().map(view).toList(),
                page.next().map(Paging::encode).orElse(null));
    }

    private int limitOrDefault() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= Page.Request.MAX_LIMIT) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrongLimit();
        }
        throw wrongLimit();
    }

    private static Rejected wrongLimit() {
        return Rejected.invalid("limit", "is an integer from 1 to " + Page.Request.MAX_LIMIT);
    }

    private static String encode(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.putLong(id.getLeastSignificantBits()).array());
    }

    private static UUID decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 16) {
                ByteBuffer id = ByteBuffer.wrap(bytes);
                return new UUID(id.getLong(), id.getLong());
            }
        } catch (IllegalArgumentException e) {
            throw wrongCursor();
        }
        throw wrongCursor();
    }

    private static Rejected wrongCursor() {
        return Rejected.invalid("cursor", "is the nextCursor of an earlier page of this list");
    }
}
