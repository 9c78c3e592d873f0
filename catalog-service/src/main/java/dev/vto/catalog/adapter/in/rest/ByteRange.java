package dev.vto.catalog.adapter.in.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One byte range of RFC 9110. Several ranges, other units and malformed text stand for the whole, as the RFC allows.
 *
 * @param first of the bytes to send
 * @param last of them, inclusive
 */
record ByteRange(long first, long last, boolean partial, boolean unsatisfiable) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange parse(@Nullable String header, long size) {
        ByteRange whole = new ByteRange(0, size - 1, false, false);
        Matcher one = ONE.matcher(header == null ? "" : header);
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return whole;
        }
        boolean suffix = one.group(1).isEmpty();
        long first = suffix ? Math.max(0, size - Long.parseLong(one.group(2))) : Long.parseLong(one.group(1));
        long last = suffix || one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2)));
        if (first >= size) {
            return new ByteRange(0, -1, false, true);
        }
        return first > last ? whole : new ByteRange(first, last, true, false);
    }

    long length() {
        return last - first + 1;
    }
}
