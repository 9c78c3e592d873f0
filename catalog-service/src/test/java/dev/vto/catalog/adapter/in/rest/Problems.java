package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What every error answer has, RFC 9457. */
final class Problems {

    private Problems() {}

    /** Fails unless the answer is a whole problem with this status and code. */
    static ValidatableResponse assertProblem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body(hasJsonPath("$.status", equalTo(status)), hasJsonPath("$.code", equalTo(code)))
                .body(hasJsonPath("$.type", equalTo("about:blank")), hasJsonPath("$.instance", startsWith("/")))
                .body(
                        hasJsonPath("$.title", not(blankOrNullString())),
                        hasJsonPath("$.detail", not(blankOrNullString())));
    }
}
