package dev.vto.catalog.config;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hamcrest.Matchers.nullValue;

import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CrossOriginTest {

    private static final String KNOWN = "https://studio.example.com";
    private static final String PATH = "/v1/collections";

    @Test
    void letsAKnownPageAskForWhateverTheApiTakes() {
        Response answer = preflight(KNOWN)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match,idempotency-key,content-type")
                .options(PATH);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(KNOWN);
        assertThat(listed(answer, "Access-Control-Allow-Methods")).contains("patch");
        assertThat(listed(answer, "Access-Control-Allow-Headers"))
                .contains("authorization", "if-match", "idempotency-key", "content-type");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNotEqualTo("true");
    }

    @Test
    void showsItTheHeadersOfAnAnswer() {
        Response answer = preflight(KNOWN).get(PATH);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(KNOWN);
        assertThat(listed(answer, "Access-Control-Expose-Headers"))
                .containsExactlyInAnyOrder("etag", "location", "retry-after", "ratelimit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "https://studio.example.com.evil.org",
                "http://studio.example.com",
                "null"
            })
    void showsNothingToOthers(String origin) {
        preflight(origin)
                .header("Access-Control-Request-Method", "GET")
                .options(PATH)
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "studio.example.com", "https://studio.example.com/", "https://*.example.com"})
    void takesOnlyOrigins(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossOrigin.rules(Set.of(wrong)))
                .withMessageContaining("vto.cors-origins")
                .withMessageContaining(wrong);
    }

    /** What the document of the API says nothing of. */
    private static RequestSpecification preflight(String origin) {
        return given().noFilters().header("Origin", origin);
    }

    private static Set<String> listed(Response answer, String header) {
        return Set.of(answer.header(header).toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
    }
}
