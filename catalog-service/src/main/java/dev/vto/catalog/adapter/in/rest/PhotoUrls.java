package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.shared.media.PhotoRef;
import dev.vto.shared.site.SiteRefused;
import dev.vto.shared.site.SiteRules;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Photos that a client names by their URLs. */
@Singleton
class PhotoUrls {

    static final int MAX_LENGTH = 2048;

    private final MediaUrls urls;
    private final SiteRules sites;

    PhotoUrls(MediaUrls urls, SiteRules sites) {
        this.urls = urls;
        this.sites = sites;
    }

    /** What {@link #read} takes, for the text of an error. */
    String allowed() {
        String hosts = String.join(", ", sites.allowed().stream().sorted().toList());
        return "is an https URL" + (hosts.isEmpty() ? "" : " of " + hosts) + ", or one of our own media URLs";
    }

    /** Empty where the text is not {@link #allowed}. Nobody is asked yet whether there is such a photo. */
    Optional<PhotoRef> read(String url) {
        Optional<PhotoRef> stored = urls.keyOf(url).map(PhotoRef::stored);
        if (stored.isPresent()) {
            return stored;
        }
        try {
            sites.requireForm(URI.create(url));
            return Optional.of(new PhotoRef(url));
        } catch (SiteRefused | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
