package dev.vto.worker.contract;

import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Purpose;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** An adapter and the fake of its backend, in the hands of a contract; {@link RemoteContract} sets them up. */
interface Trial {

    Duration LIMIT = Duration.ofSeconds(30);

    /** Makes a backend impatient, so that what lasts is told soon. */
    Map<String, String> IMPATIENT = Map.of("patience", "PT0.2S");

    Subject<?> subject();

    FakeBackend fake();

    /** The adapter, with settings beside those that every trial has. */
    Generator generator(Map<String, String> more);

    /** Has it make something, and checks what it has made. */
    void makes(Call call, Map<String, String> settings);

    /** Has it make something in vain. */
    GenerationFailed fails(Call call, Map<String, String> settings);

    /** Has it make something that nobody waits for here. */
    Cancellable starts(Call call);

    default void makes(Call call) {
        makes(call, Map.of());
    }

    /** How many requests for a purpose the fake has had. */
    default long requests(Purpose purpose) {
        return fake().requests().stream()
                .filter(request -> fake().purpose(request).equals(Optional.of(purpose)))
                .count();
    }
}
