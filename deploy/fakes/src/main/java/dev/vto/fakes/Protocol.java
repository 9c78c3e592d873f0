package dev.vto.fakes;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The wire format of one backend. It is strict: what the backend's document does not allow is refused. */
public interface Protocol {

    /** As it is typed. */
    String name();

    /** What a request is for; empty where the backend has no such path. */
    Optional<Purpose> purpose(Request request);

    /**
     * Answers a request that nothing befalls.
     *
     * @throws Refused if it is not as the document says
     */
    Reply answer(Request request, Backstage backstage);

    /**
     * What is told to who listens at this path by WebSocket, each time as much as is new; empty where there is nothing to
     * hear.
     */
    default Optional<Supplier<List<Frame>>> feed(Request request, Backstage backstage) {
        return Optional.empty();
    }

    /** How the backend says that a request is wrong, or that it cannot take it. */
    Answer refusal(Refused refused);

    /** How the backend answers where one of the faults of requests befalls it that have an answer. */
    Answer refusal(Fault fault);
}
