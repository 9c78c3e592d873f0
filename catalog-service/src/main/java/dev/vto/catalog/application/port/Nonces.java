package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.session.Nonce;
import java.time.Duration;
import java.util.Optional;

/** Random values that tie a sign-in to one request of ours. Any instance knows those of any other. */
public interface Nonces {

    /** How long one is good. */
    Duration LIFETIME = Duration.ofMinutes(10);

    String issue();

    /** Empty where the text is none of ours, or has expired. Whether it was used is for {@link Identities} to say. */
    Optional<Nonce> read(String text);
}
