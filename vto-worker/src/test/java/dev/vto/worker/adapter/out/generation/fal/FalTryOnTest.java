package dev.vto.worker.adapter.out.generation.fal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.fakes.Request;
import dev.vto.infra.test.PlatformResource;
import dev.vto.worker.contract.FollowedContract;
import dev.vto.worker.contract.HostedContract;
import dev.vto.worker.contract.Subject;
import dev.vto.worker.contract.TryOnContract;
import dev.vto.worker.fixture.KeptCall;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class FalTryOnTest extends TryOnContract implements FollowedContract, HostedContract {

    @Override
    public Subject<?> subject() {
        return FalSubject.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fal-ai/kling/v1-5/kolors-virtual-try-on", "fal-ai/cat-vton", "fal-ai/leffa/virtual-tryon"})
    void feedsEachModelInItsOwnWay(String model) {
        makes(new KeptCall(), Map.of("tryon-model", model));

        assertThat(fake().requests())
                .filteredOn(request -> request.method().equals("POST"))
                .extracting(Request::path)
                .containsExactly("/" + model);
    }

    @Test
    void asksForRequestsUnderTheAppAndNotUnderThePathOfItsModel() {
        makes(new KeptCall());

        assertThat(fake().requests())
                .filteredOn(request ->
                        request.method().equals("GET") && !request.path().startsWith("/files/"))
                .allSatisfy(request -> assertThat(request.path()).startsWith("/fal-ai/fashn/requests/"));
    }
}
