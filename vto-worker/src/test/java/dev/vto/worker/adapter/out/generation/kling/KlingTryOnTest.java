package dev.vto.worker.adapter.out.generation.kling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Request;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.contract.FollowedContract;
import dev.vto.worker.contract.HostedContract;
import dev.vto.worker.contract.Subject;
import dev.vto.worker.contract.TryOnContract;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class KlingTryOnTest extends TryOnContract implements FollowedContract, HostedContract {

    @Override
    public Subject<?> subject() {
        return KlingSubject.get();
    }

    @Test
    void findsTheTaskWhoseIdWasLost() {
        fake().inject(Fault.CUT_AFTERWARDS, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();
        fails(call, Map.of());
        assertThat(call.backendJob()).get().asString().startsWith("vto-");

        makes(call);

        assertThat(fake().submits()).isEqualTo(1);
        assertThat(call.backendJob()).get().asString().containsOnlyDigits();
    }

    @Test
    void submitsUnderItsNameWhatHasNeverArrived() {
        KeptCall call = KeptCall.submittedAs("vto-never-arrived");

        makes(call);

        assertThat(submitted()).singleElement().satisfies(request -> assertThat(
                        request.json().path("external_task_id").asText())
                .isEqualTo("vto-never-arrived"));
        assertThat(call.backendJob()).get().asString().containsOnlyDigits();
    }

    @Test
    void namesEachTaskAnew() {
        makes(new KeptCall());
        makes(new KeptCall());

        assertThat(submitted())
                .extracting(request -> request.json().path("external_task_id").asText())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void takesAModelThatIsNotThereForAMistakeOfOurs() {
        GenerationFailed failed = fails(new KeptCall(), Map.of("tryon-model", "kolors-virtual-try-on-v9"));

        assertThat(failed.code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(failed).hasMessageContaining("kolors-virtual-try-on-v9");
    }

    private List<Request> submitted() {
        return fake().requests().stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }
}
