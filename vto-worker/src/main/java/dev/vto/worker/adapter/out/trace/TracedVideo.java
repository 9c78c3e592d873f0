package dev.vto.worker.adapter.out.trace;

import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.VideoGenerator;
import io.smallrye.mutiny.Uni;

/** A maker of videos whose calls have spans. */
final class TracedVideo extends TracedGenerator<VideoGenerator> implements VideoGenerator {

    TracedVideo(VideoGenerator generator, TracedCalls calls) {
        super(generator, calls);
    }

    @Override
    public Capabilities canFilm() {
        return generator.canFilm();
    }

    @Override
    public Uni<Clip> generate(Request request, Call call) {
        return calls.traced("film", generator, call, traced -> generator.generate(request, traced));
    }
}
