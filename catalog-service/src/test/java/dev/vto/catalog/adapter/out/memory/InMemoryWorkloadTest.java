package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Workload;
import dev.vto.catalog.application.port.WorkloadContract;
import dev.vto.catalog.domain.job.Job;

class InMemoryWorkloadTest extends WorkloadContract {

    private final InMemoryCatalog catalog = new InMemoryCatalog();

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Workload workload() {
        return catalog.workload();
    }

    @Override
    protected void delay(Job job) {
        catalog.workload().delay(job.id());
    }
}
