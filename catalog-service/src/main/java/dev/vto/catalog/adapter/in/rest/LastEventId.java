package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Rejected;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Last-Event-ID} header: the id of the last event that a reader has. An empty one says that there is none, as
 * in the HTML standard, 9.2.2, where a reader begins with an empty id.
 */
final class LastEventId {

    static final String HEADER = "Last-Event-ID";

    static final String MEANING = "The id of the last event that the caller has; none, or an empty one, where there is"
            + " none yet. Anything but a number of up to 18 digits is answered 400.";

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private LastEventId() {}

    /** @throws Rejected INVALID unless it is an id such as streams have */
    static Optional<Long> of(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return Optional.empty();
        }
        if (!POSITION.matcher(header).matches()) {
            throw Rejected.invalid(HEADER, "is the id of an event of this stream: a number of up to 18 digits");
        }
        return Optional.of(Long.valueOf(header));
    }
}
