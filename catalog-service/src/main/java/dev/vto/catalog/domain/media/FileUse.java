package dev.vto.catalog.domain.media;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stored file is for, as its key tells: a photo, {@code {owner}/photos/{name}}, or what a run of a job made,
 * {@code {owner}/{job}/{claim}/{name}}. Cut-outs, and whatever else may lie in the same place, are for neither.
 *
 * @param job whose run made it; empty for a photo
 */
public record FileUse(UserId owner, Optional<JobId> job) {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern SHAPE = Pattern.compile("(" + ID + ")/(?:photos|(" + ID + ")/\\d+)/[^/]+");

    public static Optional<FileUse> of(MediaKey key) {
        Matcher shape = SHAPE.matcher(key.value());
        return shape.matches()
                ? Optional.of(new FileUse(
                        new UserId(UUID.fromString(shape.group(1))),
                        Optional.ofNullable(shape.group(2))
                                .map(UUID::fromString)
                                .map(JobId::new)))
                : Optional.empty();
    }
}
