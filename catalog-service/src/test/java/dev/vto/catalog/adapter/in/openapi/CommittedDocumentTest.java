package dev.vto.catalog.adapter.in.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CommittedDocumentTest {

    private static final String UPDATE = "vto.openapi.update";

    @Test
    void isWhatTheServiceGenerates() throws IOException {
        String generated = CommittedDocument.write(new ObjectMapper().readTree(generated()));
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(CommittedDocument.FILE, generated);
        }

        assertThat(Files.readString(CommittedDocument.FILE))
                .as(
                        "docs/openapi.yaml; when the API was meant to change, update it by"
                                + " mvn -pl catalog-service -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        getClass().getSimpleName(), UPDATE)
                .isEqualTo(generated);
    }

    private static String generated() {
        return given().queryParam("format", "json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
