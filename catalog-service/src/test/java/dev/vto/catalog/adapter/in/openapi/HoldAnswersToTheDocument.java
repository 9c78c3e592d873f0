package dev.vto.catalog.adapter.in.openapi;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Puts {@link DocumentedAnswers} in front of every test that runs the service. */
public class HoldAnswersToTheDocument implements QuarkusTestBeforeEachCallback {

    private static final DocumentedAnswers ANSWERS =
            new DocumentedAnswers(new ApiContract(CommittedDocument.read()), ErrorCodes.documented());

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(ANSWERS);
    }
}
