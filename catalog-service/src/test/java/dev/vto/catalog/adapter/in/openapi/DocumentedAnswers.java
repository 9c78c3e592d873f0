package dev.vto.catalog.adapter.in.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.stream.Collectors;

/** Fails a test that sees an answer of which the API document does not say that it can be. */
final class DocumentedAnswers implements Filter {

    private final ApiContract contract;

    DocumentedAnswers(ApiContract contract) {
        this.contract = contract;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        Exchange exchange = new Exchange(
                request.getMethod(),
                URI.create(request.getURI()).getPath(),
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
        return answer;
    }

    private static String sent(FilterableRequestSpecification request) {
        boolean json = String.valueOf(request.getContentType()).contains("json");
        return json && request.getBody() instanceof String text ? text : "";
    }
}
