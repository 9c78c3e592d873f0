package dev.vto.catalog.adapter.out.media;

import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.MediaUrlsContract;
import dev.vto.catalog.fixture.Fixtures;

class SignedUrlsContractTest extends MediaUrlsContract {

    @Override
    protected MediaUrls urls() {
        return new SignedUrls("0123456789abcdef0123456789abcdef", "https://studio.example.com", Fixtures.CLOCK);
    }
}
