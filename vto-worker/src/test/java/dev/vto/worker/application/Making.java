package dev.vto.worker.application;

import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fake.FakeGenerator;
import dev.vto.worker.fake.FakePersons;
import dev.vto.worker.fake.InMemoryJobSteps;
import dev.vto.worker.fake.InMemoryMediaStore;
import dev.vto.worker.fake.RecordedLabels;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import io.smallrye.mutiny.subscription.Cancellable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Results of one owner's jobs, made by a generator that notes what it is asked for; the photo is in the store. */
final class Making {

    final Owner owner = Owner.any();
    final FakeGenerator generator = new FakeGenerator();
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final RecordedLabels labels = new RecordedLabels();
    final List<Double> progress = new ArrayList<>();

    private final Path folder;
    private final MakeResults make = new MakeResults(
            new Generators(generator, generator, generator),
            media,
            InMemoryJobSteps.ofRunningJobs(),
            new FakePersons(),
            labels,
            UUID::randomUUID);

    /** @param folder for the files of the runs */
    Making(Path folder) {
        this.folder = folder;
        media.put(owner.photoKey(), new byte[] {7});
    }

    Made make(JobSpec spec) {
        return make(job(spec));
    }

    Made make(ClaimedJob job) {
        return make.make(job, () -> folder, progress::add).await().indefinitely();
    }

    /** A run that goes on until it is cancelled. */
    Cancellable start(JobSpec spec) {
        return make.make(job(spec), () -> folder, progress::add)
                .subscribe()
                .with(made -> progress.add(2.0), failure -> progress.add(-1.0));
    }

    /** The first attempt at such a job, by its third claim. */
    ClaimedJob job(JobSpec spec) {
        return NewJob.anImageJob(owner).withSpec(spec).claimed(3, 1);
    }

    Outfit outfit(ProductId product) {
        PhotoRef photo = owner.photo();
        return new Outfit(
                product,
                Map.of(PhotoSlot.UPPER_FRONT, photo, PhotoSlot.OUTER_FRONT, photo, PhotoSlot.UPPER_BACK, photo));
    }

    static ImageSpec images(List<Outfit> outfits, int count) {
        return new ImageSpec(
                outfits, List.of(View.FRONT, View.BACK), count, 40, Person.ofPreset(Person.DEFAULT_PRESET));
    }
}
