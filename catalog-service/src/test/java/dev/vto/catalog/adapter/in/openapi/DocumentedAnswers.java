package dev.vto.catalog.adapter.in.openapi;

import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fails a test that sees an answer of which the API document does not say that it can be. */
final class DocumentedAnswers implements Filter {

    /** The document does not speak of itself, nor of what the management interface serves. */
    private static final Pattern UNSPOKEN = Pattern.compile("/openapi|/q/.*");

    private final ApiContract contract;
    private final Set<String> codes;

    DocumentedAnswers(ApiContract contract, Set<String> codes) {
        this.contract = contract;
        this.codes = codes;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String path = URI.create(request.getURI()).getPath();
        if (UNSPOKEN.matcher(path).matches()) {
            return answer;
        }
        Exchange exchange = new Exchange(
                request.getMethod(),
                path,
                sent(request),
                answer.statusCode(),
                answer.headers().asList().stream()
                        .collect(Collectors.toMap(Header::getName, Header::getValue, (first, second) -> first)),
                answer.asString());
        assertThat(contract.violations(exchange))
                .as(
                        "docs/openapi.yaml on %s %s, answered %d: %s",
                        exchange.method(), exchange.path(), exchange.status(), exchange.body())
                .isEmpty();
        if (exchange.mediaType().filter("application/problem+json"::equals).isPresent()) {
            assertThat(textAt(answer, "$.code")).as("code in docs/errors.md").isIn(codes);
        }
        return answer;
    }

    private static String sent(FilterableRequestSpecification request) {
        boolean json = String.valueOf(request.getContentType()).contains("json");
        return json && request.getBody() instanceof String text ? text : "";
    }
}
