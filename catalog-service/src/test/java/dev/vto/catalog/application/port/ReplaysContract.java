package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.application.PruneReplays;
import dev.vto.catalog.application.port.Replays.Answer;
import dev.vto.catalog.application.port.Replays.Request;
import dev.vto.infra.test.OwnThread;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Replays} does. */
public abstract class ReplaysContract {

    private static final long DEADLINE_SECONDS = 30;

    private final AtomicInteger works = new AtomicInteger();
    private UserId user;

    protected abstract Catalog catalog();

    protected abstract Replays replays();

    /** Lets a day and a moment pass for the user's keys. */
    protected abstract void letADayPass(UserId user);

    @BeforeEach
    void signUp() {
        user = catalog().given(aUser()).id();
    }

    @Test
    void givesTheFirstAnswerAgain() {
        Answer first = once("key", "body");

        assertThat(once("key", "body")).isEqualTo(first);
        assertThat(works).hasValue(1);
    }

    @Test
    void doesTheWorkOfEachKeyAndEachUser() {
        once("one", "body");
        once("two", "body");
        user = catalog().given(aUser()).id();
        once("one", "body");

        assertThat(works).hasValue(3);
    }

    @Test
    void refusesAKeyThatStandsForAnotherRequest() {
        once("key", "body");

        assertRejected(() -> once("key", "another body")).isImpossible("idempotency_key_reused");
        assertRejected(() -> catalog()
                        .await(replays().once(new Request(user, "key", "POST /elsewhere", "body"), this::work)))
                .isImpossible("idempotency_key_reused");
        assertThat(works).hasValue(1);
    }

    @Test
    void forgetsWorkThatFailed() {
        assertThatThrownBy(() -> catalog().await(replays().once(request("key", "body"), () -> Uni.createFrom()
                        .failure(new IllegalStateException("no")))))
                .hasMessage("no");

        once("key", "another body");

        assertThat(works).hasValue(1);
    }

    @Test
    void doesTheWorkOnceForDuplicatesThatComeTogether() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(4);
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> {
                            together.countDown();
                            return once("key", "body");
                        },
                        OwnThread.FOR_EACH))
                .toList();

        assertThat(together.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(answers).allSatisfy(answer -> assertThat(answer)
                .succeedsWithin(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .isEqualTo(answer(1)));
        assertThat(works).hasValue(1);
    }

    @Test
    void forgetsAnswersAfterADay() {
        once("key", "body");
        letADayPass(user);

        assertThat(once("key", "another body")).isEqualTo(answer(2));
        letADayPass(user);
        assertThat(catalog().await(replays().forget(1000))).isPositive();
        assertThat(catalog().await(replays().forget(1000))).isZero();
    }

    @Test
    void forgetsNoMoreAtOnceThanItMay() {
        for (int i = 0; i < 5; i++) {
            once("old-" + i, "body");
        }
        letADayPass(user);
        once("new", "body");

        assertThat(catalog().await(new PruneReplays(replays(), 2).prune())).isGreaterThanOrEqualTo(5);
        assertThat(catalog().await(replays().forget(1000))).isZero();
        assertThat(once("new", "body")).isEqualTo(answer(6));
    }

    private Answer once(String key, String body) {
        return catalog().await(replays().once(request(key, body), this::work));
    }

    private Request request(String key, String body) {
        return new Request(user, key, "POST /here", body);
    }

    private Uni<Answer> work() {
        return Uni.createFrom().item(() -> answer(works.incrementAndGet()));
    }

    private static Answer answer(int number) {
        return new Answer(201, Map.of("Location", "/here/" + number), "{\"number\": " + number + "}");
    }
}
