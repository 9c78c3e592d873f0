package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header (RFC 9110, 13.1.1): entity tags of ours are versions; a tag of any other kind matches none. */
final class IfMatch {

    private static final Pattern TAGS = Pattern.compile("\\s*(W/)?\"[^\"]*\"\\s*(,\\s*(W/)?\"[^\"]*\"\\s*)*");
    private static final Pattern VERSION = Pattern.compile("(W/)?\"(\\d{1,9})\"");
    private static final int MATCHES_NONE = -1;

    private IfMatch() {}

    /** @throws Rejected if the header is no list of entity tags */
    static Precondition of(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return Precondition.NONE;
        }
        if (!TAGS.matcher(header).matches()) {
            throw Rejected.invalid("If-Match", "is * or entity tags in quotes, as ETag gives them");
        }
        Set<Integer> versions = new HashSet<>(Set.of(MATCHES_NONE));
        Matcher tag = VERSION.matcher(header);
        while (tag.find()) {
            boolean strong = tag.group(1) == null;
            if (strong) {
                versions.add(Integer.parseInt(tag.group(2)));
            }
        }
        return new Precondition(versions);
    }
}
