package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Rejected;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Last-Event-ID} header: the id of the last event that a reader has. */
final class LastEventId {

    static final String HEADER = "Last-Event-ID";

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private LastEventId() {}

    /** @throws Rejected INVALID unless it is an id such as streams have */
    static Optional<Long> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!POSITION.matcher(header).matches()) {
            throw Rejected.invalid(HEADER, "is the id of an event of this stream: a number of up to 18 digits");
        }
        return Optional.of(Long.valueOf(header));
    }
}
