package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.Aspect;
import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.VideoGenerator;
import dev.vto.worker.fixture.Photos;
import io.smallrye.mutiny.Uni;
import java.awt.Color;
import java.util.List;

/** What every adapter for video has in common. */
public abstract class VideoContract extends RemoteContract<VideoGenerator, VideoGenerator.Clip> {

    @Override
    VideoGenerator generator(Backend backend) {
        return backend.video().orElseThrow().get();
    }

    @Override
    Uni<VideoGenerator.Clip> generate(VideoGenerator generator, Call call) {
        return generator.generate(
                new VideoGenerator.Request(
                        List.of(Photos.jpeg(folder, "image", Color.PINK)),
                        generator.canFilm().seconds().first(),
                        Aspect.PORTRAIT,
                        7,
                        folder),
                call);
    }

    @Override
    void assertMade(VideoGenerator.Clip clip) {
        assertThat(clip.file()).isRegularFile().hasParent(folder);
        assertThat(clip.poster()).isRegularFile().hasParent(folder).hasExtension("jpg");
        assertThat(clip.contentType()).isEqualTo("video/mp4");
        assertThat(clip.width()).isPositive();
        assertThat(clip.height()).isPositive();
        assertThat(clip.seconds()).isBetween(0.5, 10.5);
    }
}
