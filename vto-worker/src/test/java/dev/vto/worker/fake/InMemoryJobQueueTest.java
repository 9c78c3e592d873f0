package dev.vto.worker.fake;

import dev.vto.worker.contract.ClaimContract;
import dev.vto.worker.contract.EndContract;
import dev.vto.worker.contract.LeaseContract;
import dev.vto.worker.contract.StepsContract;
import dev.vto.worker.fixture.JobTable;
import org.junit.jupiter.api.Nested;

class InMemoryJobQueueTest {

    @Nested
    class Claims extends ClaimContract {

        @Override
        protected JobTable emptyTable() {
            return new InMemoryJobQueue();
        }
    }

    @Nested
    class Ends extends EndContract {

        @Override
        protected JobTable emptyTable() {
            return new InMemoryJobQueue();
        }
    }

    @Nested
    class Leases extends LeaseContract {

        @Override
        protected JobTable emptyTable() {
            return new InMemoryJobQueue();
        }
    }

    @Nested
    class Steps extends StepsContract {

        @Override
        protected JobTable emptyTable() {
            return new InMemoryJobQueue();
        }
    }
}
