package dev.vto.bench.jobs;

import dev.vto.bench.jobs.measure.DrainMeasure;
import dev.vto.bench.jobs.measure.GrowthMeasure;
import dev.vto.bench.jobs.measure.HeapMeasure;
import dev.vto.bench.jobs.measure.Measure;
import dev.vto.bench.jobs.measure.PickUpMeasure;
import dev.vto.bench.jobs.measure.ReadMeasure;
import dev.vto.bench.jobs.measure.ScaleOutMeasure;
import dev.vto.bench.jobs.measure.SnapshotMeasure;
import dev.vto.bench.jobs.measure.StartMeasure;
import dev.vto.bench.jobs.measure.StudioMeasure;
import dev.vto.bench.jobs.measure.SubmitMeasure;
import java.util.List;

/** What there is to measure, by its letter. */
enum Measures {
    S(new SubmitMeasure()),
    D(new DrainMeasure()),
    L(new PickUpMeasure()),
    R(new ReadMeasure()),
    W(new ScaleOutMeasure()),
    G(new GrowthMeasure(), new SnapshotMeasure()),
    B(new StartMeasure(), new HeapMeasure()),
    I(new StudioMeasure());

    /** All of them, in the order of their worth. */
    static final String ALL = "S,D,L,R,W,G,B,I";

    private final List<Measure> parts;

    Measures(Measure... parts) {
        this.parts = List.of(parts);
    }

    /** Each is taken by itself, whether another fails or not. */
    List<Measure> parts() {
        return parts;
    }
}
