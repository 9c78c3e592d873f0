package dev.vto.shared.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupedWritesTest {

    private static final long LIMIT_SECONDS = 20;

    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
    private final GroupedWrites<Integer, String> writes =
            new GroupedWrites<>(Duration.ZERO, this::hold, this::holdAlone);

    /** A write that waits for the test. */
    private record Held(List<Integer> group, UniEmitter<? super List<String>> answer) {

        void succeed() {
            answer.complete(group.stream().map(number -> "wrote " + number).toList());
        }

        void fail() {
            answer.fail(new IllegalStateException("no room for " + group));
        }
    }

    private Uni<List<String>> hold(List<Integer> group) {
        return Uni.createFrom().emitter(answer -> held.add(new Held(group, answer)));
    }

    private Uni<String> holdAlone(int number) {
        return hold(List.of(number)).map(answers -> answers.get(0) + " alone");
    }

    @Test
    void writesWhatComesDuringAWriteAsOneAndAnswersEach() throws Exception {
        CompletableFuture<String> first = ask(1);
        Held alone = next();
        CompletableFuture<String> second = ask(2);
        CompletableFuture<String> third = ask(3);
        assertThat(held).isEmpty();

        alone.succeed();
        Held together = next();

        assertThat(together.group()).containsExactly(2, 3);
        assertThat(second).isNotDone();
        together.succeed();
        assertThat(answer(first)).isEqualTo("wrote 1");
        assertThat(answer(second)).isEqualTo("wrote 2");
        assertThat(answer(third)).isEqualTo("wrote 3");
    }

    @Test
    void joinsWhatComesWithinAMoment() throws Exception {
        GroupedWrites<Integer, String> patient =
                new GroupedWrites<>(Duration.ofSeconds(1), this::hold, this::holdAlone);

        IntStream.range(0, 5)
                .forEach(number -> patient.write(number).subscribe().with(answered -> {}));

        assertThat(next().group()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void boundsAGroup() throws Exception {
        ask(-1);
        Held first = next();
        IntStream.range(0, 130).forEach(this::ask);

        first.succeed();
        Held largest = next();
        largest.succeed();

        assertThat(largest.group()).hasSize(100);
        assertThat(next().group()).hasSize(30);
    }

    @Test
    void writesEachOfAFailedGroupAloneAndKeepsNobodyWaitingForThem() throws Exception {
        ask(0);
        Held first = next();
        CompletableFuture<String> good = ask(1);
        CompletableFuture<String> bad = ask(2);
        first.succeed();

        next().fail();

        List<Held> singles = List.of(next(), next());
        assertThat(singles).extracting(Held::group).containsExactly(List.of(1), List.of(2));
        CompletableFuture<String> later = ask(3);
        next().succeed();
        assertThat(answer(later)).isEqualTo("wrote 3");
        singles.get(0).succeed();
        singles.get(1).fail();
        assertThat(answer(good)).isEqualTo("wrote 1 alone");
        assertThatThrownBy(() -> answer(bad))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("no room for [2]");
    }

    /** It may be a row that it waits for, which others do not need. */
    @Test
    void keepsNobodyWaitingForOneThatFailedInAGroupOfItsOwn() throws Exception {
        CompletableFuture<String> stuck = ask(1);
        next().fail();
        Held alone = next();

        CompletableFuture<String> other = ask(2);
        next().succeed();

        assertThat(answer(other)).isEqualTo("wrote 2");
        assertThat(stuck).isNotDone();
        alone.succeed();
        assertThat(answer(stuck)).isEqualTo("wrote 1 alone");
    }

    @Test
    void goesOnAfterAWriteThatThrew() throws Exception {
        List<List<Integer>> tried = new ArrayList<>();
        GroupedWrites<Integer, String> broken = new GroupedWrites<>(
                Duration.ZERO,
                group -> {
                    tried.add(group);
                    if (tried.size() == 1) {
                        throw new IllegalStateException("in pieces");
                    }
                    return Uni.createFrom().item(List.of("whole"));
                },
                one -> {
                    throw new IllegalStateException("broken");
                });

        assertThatThrownBy(() -> answer(broken.write(1).subscribeAsCompletionStage()))
                .hasMessageContaining("broken");
        assertThat(answer(broken.write(2).subscribeAsCompletionStage())).isEqualTo("whole");
    }

    @Test
    void answersOnTheContextThatAsked() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context asking = vertx.getOrCreateContext();
            CompletableFuture<Context> answered = new CompletableFuture<>();
            asking.runOnContext(here -> writes.write(1)
                    .subscribe()
                    .with(written -> answered.complete(Vertx.currentContext()), answered::completeExceptionally));

            next().succeed();

            assertThat(answered.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isSameAs(asking);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private CompletableFuture<String> ask(int number) {
        return writes.write(number).subscribeAsCompletionStage();
    }

    private Held next() throws InterruptedException {
        Held next = held.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private static <R> R answer(CompletableFuture<R> asked) throws Exception {
        return asked.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
