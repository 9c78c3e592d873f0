package dev.vto.worker.adapter.out.generation.studio.figure;

import dev.vto.shared.job.View;

/** Who is dressed. Garments are placed on the mannequin's body first, and then fitted on the figure's own. */
public sealed interface Figure permits Mannequin, PhotographedPerson {

    /**
     * The whole picture: the figure before what is behind it.
     *
     * @param seed chooses the backdrop where there is a choice
     */
    Layer before(Layer dressed, long seed);

    /**
     * The figure that garments are laid over.
     *
     * @param garments all that it wears, in their places
     */
    Layer body(Pose pose, View view, Layer garments);

    /** What is seen before collar or hood from the front, and behind them from the back. */
    Layer head();

    /**
     * A garment on the figure's own body.
     *
     * @param garment on the mannequin's body
     * @param from where that body's parts are, as the garment has it stand
     */
    Layer fitted(Layer garment, Anchors from);
}
