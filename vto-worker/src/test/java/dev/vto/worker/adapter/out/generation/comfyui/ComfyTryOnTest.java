package dev.vto.worker.adapter.out.generation.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Form;
import dev.vto.fakes.Purpose;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.contract.FollowedContract;
import dev.vto.worker.contract.NamedContract;
import dev.vto.worker.contract.Subject;
import dev.vto.worker.contract.TryOnContract;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class ComfyTryOnTest extends TryOnContract implements FollowedContract, NamedContract {

    /** What is told by looks alone: waiting, running, made. */
    private static final List<Double> STAGES = List.of(0.05, 0.1, 0.9);

    @Inject
    Vertx vertx;

    @TempDir
    Path workflows;

    @Override
    public Subject<?> subject() {
        return ComfySubject.get(vertx);
    }

    @Test
    void tellsOfTheStepsThatItHears() {
        fake().inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();
        Cancellable run = starts(call);

        await().atMost(LIMIT).until(() -> !STAGES.containsAll(call.progress()));

        assertThat(call.progress()).isSorted();
        run.cancel();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "CUT_AFTERWARDS"})
    void losesOnlyTheProgressWhereItHearsNothing(Fault fault) {
        fake().inject(fault, Purpose.WATCH, Integer.MAX_VALUE);

        makes(new KeptCall());

        assertThat(requests(Purpose.WATCH)).as("it tries again").isGreaterThan(1);
    }

    @Test
    void runsAWorkflowOnceThoughTheAnswerIsLost() {
        fake().inject(Fault.CUT_AFTERWARDS, Purpose.SUBMIT, 1);

        makes(new KeptCall());

        assertThat(fake().submits()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "CUT_AFTERWARDS", "SERVER_ERROR", "RATE_LIMITED"})
    void comesThroughWhatPassesWithAnUpload(Fault fault) {
        fake().inject(fault, Purpose.UPLOAD, 2);

        makes(new KeptCall());
    }

    @Test
    void uploadsAPhotoUnderTheSameNameEachTime() {
        makes(new KeptCall());
        makes(new KeptCall());

        assertThat(requests(Purpose.UPLOAD)).isEqualTo(4);
        assertThat(fake().requests().stream()
                        .filter(request -> fake().purpose(request).equals(Optional.of(Purpose.UPLOAD)))
                        .map(request -> Form.of(request).files().get("image").name())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void submitsAnewWhereTheServerHasForgottenIt() {
        KeptCall call = new KeptCall();
        makes(call);
        fake().forgetJobs();

        makes(call);

        assertThat(fake().submits()).isEqualTo(2);
    }

    @Test
    void takesOutOfTheQueueWhatWaits() {
        KeptCall call = new KeptCall();
        Cancellable run = starts(call);
        await().atMost(LIMIT).until(() -> fake().submits() == 1);

        generator(Map.of()).cancel(call.backendJob().orElseThrow()).await().atMost(LIMIT);

        assertThat(fake().running()).isZero();
        run.cancel();
    }

    @Test
    void saysThatTheServerLacksWhatTheWorkflowNeeds() throws IOException {
        Path file = Files.writeString(
                workflows.resolve("own.json"),
                "{\"1\":{\"class_type\":\"Hat\",\"inputs\":{\"a\":\"{{person}}\",\"b\":\"{{garment}}\"}}}");

        GenerationFailed failed = fails(new KeptCall(), Map.of("tryon-workflow", file.toString()));

        assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
        assertThat(failed.sentence()).isEqualTo("The generation service did not take the request.");
        assertThat(failed).message().contains("Hat");
    }

    @Test
    void doesNotStartWhereItsFilesMayNotBeFetched() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator(Map.of("url", "http://127.0.0.2:8188")))
                .withMessageStartingWith("vto.comfyui.url is http://127.0.0.2:8188")
                .withMessageContaining("vto.fetch.private-hosts must name 127.0.0.2:8188");
    }

    @Test
    void sendsItsKeyWhereThereIsOneWithFilesAndSocketToo() {
        makes(new KeptCall(), Map.of("api-key", "of-the-proxy"));

        assertThat(fake().requests())
                .extracting(request -> request.header("authorization"))
                .containsOnly(Optional.of("Bearer of-the-proxy"));
        assertThat(requests(Purpose.FILE)).isEqualTo(1);
        assertThat(requests(Purpose.WATCH)).isPositive();
    }
}
