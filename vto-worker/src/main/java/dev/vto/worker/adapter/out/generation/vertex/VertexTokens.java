package dev.vto.worker.adapter.out.generation.vertex;

import com.google.auth.Retryable;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Access tokens for Google's APIs, which Google's own library fetches, keeps for as long as they are good, and renews. */
final class VertexTokens {

    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private final GoogleCredentials credentials;

    private VertexTokens(GoogleCredentials credentials) {
        this.credentials = credentials.createScoped(SCOPE);
    }

    /** @throws IllegalArgumentException that names the setting that is missing or wrong */
    static VertexTokens of(VertexSettings settings) {
        return new VertexTokens(ApiKey.ifAny(VertexSettings.PREFIX, settings)
                .map(VertexTokens::serviceAccount)
                .orElseGet(VertexTokens::ofSurroundings));
    }

    /** One that is good now, as the value of an {@code Authorization} header. */
    Uni<String> bearer() {
        return Uni.createFrom()
                .item(this::token)
                .map(token -> "Bearer " + token)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private String token() {
        try {
            credentials.refreshIfExpired();
            return credentials.getAccessToken().getTokenValue();
        } catch (IOException e) {
            boolean refused = e instanceof Retryable failure && !failure.isRetryable();
            throw Failures.of(refused ? FailureCode.AUTH : FailureCode.TRANSIENT, "no access token: " + e.getMessage());
        }
    }

    private static GoogleCredentials serviceAccount(ApiKey key) {
        try {
            return ServiceAccountCredentials.fromStream(new ByteArrayInputStream(key.bytes()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(VertexSettings.PREFIX + ".api-key, or what " + VertexSettings.PREFIX
                    + ".api-key-file names, is the key of a service account as Google's console hands it out, in JSON");
        }
    }

    private static GoogleCredentials ofSurroundings() {
        try {
            return GoogleCredentials.getApplicationDefault();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "one of " + VertexSettings.PREFIX + ".api-key and " + VertexSettings.PREFIX
                            + ".api-key-file is needed for this backend, or Application Default Credentials",
                    e);
        }
    }
}
