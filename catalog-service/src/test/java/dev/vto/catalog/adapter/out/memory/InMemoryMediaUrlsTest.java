package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.MediaUrlsContract;

class InMemoryMediaUrlsTest extends MediaUrlsContract {

    @Override
    protected MediaUrls urls() {
        return new InMemoryMediaUrls();
    }
}
