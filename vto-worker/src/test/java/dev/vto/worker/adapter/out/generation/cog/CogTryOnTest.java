package dev.vto.worker.adapter.out.generation.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.infra.test.OwnThread;
import dev.vto.infra.test.PlatformResource;
import dev.vto.worker.contract.NamedContract;
import dev.vto.worker.contract.Subject;
import dev.vto.worker.contract.TryOnContract;
import dev.vto.worker.fixture.KeptCall;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class CogTryOnTest extends TryOnContract implements NamedContract {

    @Override
    public Subject<?> subject() {
        return CogSubject.get();
    }

    @Test
    void stopsWhatNobodyWaitsForAnyMore() {
        fake().inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        Cancellable run = starts(new KeptCall());
        await().atMost(LIMIT).until(() -> fake().running() == 1);

        run.cancel();

        await().atMost(LIMIT).until(() -> fake().running() == 0);
    }

    @Test
    void makesAnewWhatRunsForAWorkerThatIsLost() {
        fake().inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        KeptCall lost = new KeptCall();
        Cancellable run = starts(lost);
        await().atMost(LIMIT).until(() -> fake().running() == 1);

        makes(KeptCall.submittedAs(lost.backendJob().orElseThrow()));

        assertThat(fake().cancels()).isEqualTo(1);
        assertThat(fake().submits()).isEqualTo(2);
        run.cancel();
    }

    @Test
    void waitsForTheOneSlotThatThereIs() {
        fake().inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        CompletableFuture<?> first = begun();
        await().atMost(LIMIT).until(() -> fake().running() == 1);
        CompletableFuture<?> second = begun();
        await().atMost(LIMIT).until(() -> requests(Purpose.SUBMIT) > 2);

        fake().release();

        assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(LIMIT);
        assertThat(fake().submits()).isEqualTo(2);
    }

    private CompletableFuture<?> begun() {
        return CompletableFuture.runAsync(() -> makes(new KeptCall(), Map.of()), OwnThread.FOR_EACH);
    }

    @Test
    void sendsAKeyOnlyWhereThereIsOne() {
        makes(new KeptCall(), Map.of("api-key", "of-the-proxy"));
        makes(new KeptCall(), Map.of("api-key", ""));

        assertThat(fake().requests())
                .extracting(request -> request.header("authorization"))
                .containsExactly(Optional.of("Bearer of-the-proxy"), Optional.empty());
    }

    @Test
    void stopsWhatIsOverWithoutAnError() {
        KeptCall call = new KeptCall();
        makes(call);

        generator(Map.of()).cancel(call.backendJob().orElseThrow()).await().atMost(LIMIT);
    }
}
