package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vto.catalog.adapter.out.postgres.Seeds;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** An export that is much larger than the memory it takes: the reader stops half-way, and the heap is looked at. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class LargeExportTest {

    private static final int IMAGES = 50_000;
    private static final long MEGABYTE = 1024 * 1024;

    @Inject
    Seeds seeds;

    @TestHTTPResource("/v1/users/me/export")
    URL export;

    @Test
    void takesLittleMemoryHoweverSlowlyItIsRead() throws IOException {
        Seller seller = Seller.signIn();
        ProjectId project = seller.project();
        seeds.execute(
                """
                INSERT INTO generate_img (id, user_id, project_id, url, model)
                SELECT gen_random_uuid(), ?, ?, 'https://example.com/' || repeat('x', 1000), 'model-' || n
                FROM generate_series(1, ?) n
                """,
                seller.id().value(),
                project.value(),
                IMAGES);
        long before = usedHeap();

        HttpURLConnection connection = (HttpURLConnection) export.openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + seller.token());
        int images = 0;
        try (InputStream body = connection.getInputStream();
                JsonParser json = new JsonFactory().createParser(body)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME && "model".equals(json.currentName())) {
                    images++;
                    if (images == IMAGES / 2) {
                        assertThat(usedHeap() - before).isLessThan(16 * MEGABYTE);
                    }
                }
            }
            assertThat(json.currentLocation().getByteOffset()).isGreaterThan(50 * MEGABYTE);
        }
        assertThat(images).isEqualTo(IMAGES);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
