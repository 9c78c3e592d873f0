package dev.vto.worker.adapter.out.http;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.RemoteMedia;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Follows the URLs that backends hand back under the same guard as those of users. */
public final class GuardedRemoteMedia implements RemoteMedia {

    private final GuardedFetch fetch;

    /** @param fetch may follow URLs to the operator's own hosts */
    public GuardedRemoteMedia(GuardedFetch fetch) {
        this.fetch = fetch;
    }

    @Override
    public Uni<Path> fetch(URI file, @Nullable String authorization, Path folder, Bounds bounds) {
        return fetch.fetch(file, authorization, folder, bounds)
                .onFailure(FetchFailed.class)
                .transform(failed -> failureOf(file, (FetchFailed) failed));
    }

    private static GenerationFailed failureOf(URI file, FetchFailed failed) {
        FailureCode code = codeOf(failed.reason());
        String detail = "the result at " + file.getHost() + " " + failed.getMessage();
        if (failed.reason() == FetchFailed.Reason.REFUSED) {
            detail += ": VTO_FETCH_HOSTS and VTO_FETCH_PRIVATE_HOSTS tell whose results are fetched";
        } else if (failed.getCause() != null) {
            detail += ": " + failed.getCause();
        }
        return new GenerationFailed(code, code.sentence(), detail, null, failed);
    }

    private static FailureCode codeOf(FetchFailed.Reason reason) {
        return switch (reason) {
            case REFUSED -> FailureCode.INTERNAL;
            case GONE -> FailureCode.RESULT_EXPIRED;
            case UNUSABLE, UNREACHABLE -> FailureCode.TRANSIENT;
        };
    }
}
