package dev.vto.worker.adapter.out.generation.replicate;

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

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class ReplicateTryOnTest extends TryOnContract implements FollowedContract, HostedContract {

    @Override
    public Subject<?> subject() {
        return ReplicateSubject.get();
    }

    @Test
    void runsAnOfficialModelByItsNameAlone() {
        makes(new KeptCall(), Map.of("tryon-model", "fakes/try-on"));

        assertThat(fake().requests()).extracting(Request::path).contains("/v1/models/fakes/try-on/predictions");
    }
}
