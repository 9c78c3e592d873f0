package dev.vto.worker.domain;

/**
 * How a picture or video came about, as the IPTC's vocabulary has it
 * (<a href="https://cv.iptc.org/newscodes/digitalsourcetype/">Digital Source Type NewsCodes</a>).
 */
public enum DigitalSource {
    /** Created by a model that was trained on captured content. */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),
    /** A capture that a generative model has altered, as a photo of a person in whose clothes it has painted others. */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia"),
    /** Several elements put together, at least one of them made by a generative model. */
    COMPOSITE_SYNTHETIC("compositeSynthetic"),
    /** Several elements put together; here none of them is made by a model, but not all are captures of real life. */
    COMPOSITE("composite");

    private final String term;

    DigitalSource(String term) {
        this.term = term;
    }

    /** The last part of the term's URI. */
    public String term() {
        return term;
    }

    /** Whether a generative model had a part in it, so that it must be labelled. */
    public boolean isGenerative() {
        return this != COMPOSITE;
    }

    /** A picture of somebody who wears photographed garments. */
    public static DigitalSource ofPicture(boolean byModel) {
        return byModel ? COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA : COMPOSITE;
    }

    /**
     * A video of pictures.
     *
     * @param byModel whether a model makes the video, or a camera only moves over the pictures
     * @param ofGenerated whether a model had a part in one of the pictures
     */
    public static DigitalSource ofClip(boolean byModel, boolean ofGenerated) {
        if (byModel) {
            return TRAINED_ALGORITHMIC_MEDIA;
        }
        return ofGenerated ? COMPOSITE_SYNTHETIC : COMPOSITE;
    }
}
