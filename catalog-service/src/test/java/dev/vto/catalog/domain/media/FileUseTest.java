package dev.vto.catalog.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileUseTest {

    private static final UserId OWNER = Fixtures.aUserId();

    @Test
    void knowsPhotosAndWhatRunsMade() {
        JobId job = new JobId(Fixtures.anId());

        assertThat(FileUse.of(new MediaKey(OWNER + "/photos/" + Fixtures.anId() + ".jpg")))
                .contains(new FileUse(OWNER, Optional.empty()));
        assertThat(FileUse.of(new MediaKey(OWNER + "/" + job + "/12/0-thumb.jpg")))
                .contains(new FileUse(OWNER, Optional.of(job)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s/cutouts/0a1b2c.png",
                "%s/photos",
                "%s/photos/more/a.jpg",
                "%s/%<s/0.jpg",
                "%s/%<s/one/0.jpg",
                "%s/%<s/1/more/0.jpg",
                "somebody/photos/a.jpg",
                "notes.txt"
            })
    void takesNothingElseForItsOwn(String key) {
        assertThat(FileUse.of(new MediaKey(key.formatted(OWNER)))).isEmpty();
    }
}
