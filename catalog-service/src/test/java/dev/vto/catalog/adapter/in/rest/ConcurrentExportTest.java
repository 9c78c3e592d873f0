package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static org.hamcrest.Matchers.equalTo;

import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports that come while readers of others take their time. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ConcurrentExportTest {

    private static final int MOST = 4;

    @Inject
    ExportSlots slots;

    private final List<AssertSubscriber<Object>> readers = new ArrayList<>();
    private Seller seller;

    @BeforeEach
    void readSlowly() {
        seller = Seller.signIn();
        for (int i = 0; i < MOST; i++) {
            readers.add(slots.hold(() -> Multi.createFrom().nothing())
                    .subscribe()
                    .withSubscriber(AssertSubscriber.create(1)));
        }
    }

    @AfterEach
    void goAway() {
        readers.forEach(AssertSubscriber::cancel);
    }

    @Test
    void tellsOneTooManyToComeAgain() {
        assertProblem(seller.get("/v1/users/me/export"), 429, "too_many_exports")
                .header("Retry-After", equalTo("30"))
                .header("Content-Disposition", equalTo(null));
    }

    @Test
    void takesTheSlotOfAReaderThatWentAway() {
        readers.get(0).cancel();

        for (int i = 0; i < 3; i++) {
            seller.get("/v1/users/me/export")
                    .then()
                    .statusCode(200)
                    .body(hasJsonPath("$.user.id", equalTo(seller.id().toString())));
        }
    }
}
