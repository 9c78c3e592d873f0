package dev.vto.catalog.adapter.in.rest;

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
                .body("status", equalTo(status), "code", equalTo(code))
                .body("type", equalTo("about:blank"), "instance", startsWith("/"))
                .body("title", not(blankOrNullString()), "detail", not(blankOrNullString()));
    }
}
