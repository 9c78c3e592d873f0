package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.shared.job.LetterSpec.Tone;
import java.util.List;

/** The sentences of a letter in one language, for the facts of one letter. None says what the photos do not show. */
interface Phrases {

    String headline(Tone tone);

    String summary(Tone tone);

    /** 4-6 points, each at most 150 characters. */
    List<String> points();
}
