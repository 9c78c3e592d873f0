package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.infra.test.PlatformResource;
import dev.vto.worker.contract.FollowedContract;
import dev.vto.worker.contract.HostedContract;
import dev.vto.worker.contract.Subject;
import dev.vto.worker.contract.VideoContract;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class KlingVideoTest extends VideoContract implements FollowedContract, HostedContract {

    @Override
    public Subject<?> subject() {
        return KlingSubject.get();
    }
}
