package dev.vto.shared.site;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of the operator's own, which may be at a private address and is asked by plain http too.
 *
 * @param name in lower case, an IPv6 address in brackets
 * @param port the only one that is meant; 0 for any
 */
public record PrivateHost(String name, int port) {

    private static final Pattern SHAPE = Pattern.compile("([a-z0-9.-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?");
    private static final int ANY = 0;
    private static final int LAST_PORT = 65_535;

    /**
     * Reads {@code host} or {@code host:port}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static PrivateHost of(String text) {
        Matcher shape = SHAPE.matcher(text.toLowerCase(Locale.ROOT));
        int port = ANY;
        if (shape.matches() && shape.group(2) != null) {
            port = Integer.parseInt(shape.group(2));
        }
        if (!shape.matches() || port > LAST_PORT || (port == ANY && shape.group(2) != null)) {
            throw new IllegalArgumentException(
                    "a private host is host or host:port, an IPv6 address in brackets, not " + text);
        }
        return new PrivateHost(shape.group(1), port);
    }

    /** Whether a URL is of this server. */
    boolean serves(URI url) {
        return name.equalsIgnoreCase(url.getHost()) && (port == ANY || port == portOf(url));
    }

    private static int portOf(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
    }
}
