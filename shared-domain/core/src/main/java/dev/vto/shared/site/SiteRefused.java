package dev.vto.shared.site;

/** A URL that we do not follow. The message says why to whoever gave the URL, and names no address. */
public final class SiteRefused extends RuntimeException {

    public SiteRefused(String message) {
        super(message);
    }
}
