package dev.vto.worker.adapter.out.postgres;

import dev.vto.worker.contract.ClaimContract;
import dev.vto.worker.contract.EndContract;
import dev.vto.worker.contract.LeaseContract;
import dev.vto.worker.contract.StepsContract;
import dev.vto.worker.fixture.JobTable;
import org.junit.jupiter.api.Nested;

class PostgresJobQueueTest {

    @Nested
    class Claims extends ClaimContract {

        @Override
        protected JobTable emptyTable() {
            return PostgresJobTable.empty();
        }
    }

    @Nested
    class Ends extends EndContract {

        @Override
        protected JobTable emptyTable() {
            return PostgresJobTable.empty();
        }
    }

    @Nested
    class Leases extends LeaseContract {

        @Override
        protected JobTable emptyTable() {
            return PostgresJobTable.empty();
        }
    }

    @Nested
    class Steps extends StepsContract {

        @Override
        protected JobTable emptyTable() {
            return PostgresJobTable.empty();
        }
    }
}
