package dev.vto.worker.fake;

import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.contract.MediaStoreContract;

class InMemoryMediaStoreTest extends MediaStoreContract {

    @Override
    protected MediaStore emptyStore() {
        return new InMemoryMediaStore();
    }
}
