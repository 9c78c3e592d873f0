package dev.vto.catalog.application.port;

import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Supplier;

/** Answers that are given once and, to the same request, again. */
public interface Replays {

    /**
     * What makes two requests the same.
     *
     * @param key chosen by the client, 1-255 characters; of one user
     * @param operation what is asked for, as {@code POST /v1/collections}
     * @param bodyHash of the request's body
     */
    record Request(UserId user, String key, String operation, String bodyHash) {}

    /**
     * A successful answer.
     *
     * @param headers those that belong to it
     * @param body JSON
     */
    record Answer(int status, Map<String, String> headers, String body) {

        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * The answer that this key was given within the last 24 hours; else that of the work, which is kept in the same
     * transaction as what the work writes through the ports. A duplicate that comes meanwhile waits for it. Work that
     * fails is forgotten.
     *
     * @return the answer; fails with {@link dev.vto.catalog.domain.Rejected} where the key stands for another request
     */
    Uni<Answer> once(Request request, Supplier<Uni<Answer>> work);

    /** Forgets up to so many answers that are older than a day. */
    Uni<Integer> forget(int most);
}
