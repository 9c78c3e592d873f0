package dev.vto.bench.jobs;

import dev.vto.bench.jobs.measure.DrainMeasure;
import dev.vto.bench.jobs.measure.Measure;
import dev.vto.bench.jobs.measure.PickUpMeasure;
import dev.vto.bench.jobs.measure.ReadMeasure;
import dev.vto.bench.jobs.measure.ScaleOutMeasure;
import dev.vto.bench.jobs.measure.SubmitMeasure;
import java.util.function.Supplier;

/** What there is to measure, by its letter. */
enum Measures {
    S(SubmitMeasure::new),
    D(DrainMeasure::new),
    L(PickUpMeasure::new),
    R(ReadMeasure::new),
    W(ScaleOutMeasure::new);

    /** All of them, in the order of their worth. */
    static final String ALL = "S,D,L,R,W";

    private final Supplier<Measure> maker;

    Measures(Supplier<Measure> maker) {
        this.maker = maker;
    }

    Measure make() {
        return maker.get();
    }
}
