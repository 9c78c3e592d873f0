package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;

import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.fixture.NewJobBuilder;
import dev.vto.shared.id.JobId;
import org.junit.jupiter.api.BeforeEach;

/** A project and the jobs that are submitted to it. A relay may carry doorbells meanwhile: what waits is PENDING or QUEUED. */
abstract class SubmittedJobs {

    Project project;

    protected abstract Catalog catalog();

    @BeforeEach
    void beginAProject() {
        project = catalog().givenAProject();
    }

    final Job submit() {
        return submit(aNewJob().in(project));
    }

    final Job submit(NewJobBuilder job) {
        return catalog().given(job.build());
    }

    final Job found(JobId id) {
        return catalog().await(jobs().find(id)).orElseThrow();
    }

    final Jobs jobs() {
        return catalog().jobs();
    }
}
