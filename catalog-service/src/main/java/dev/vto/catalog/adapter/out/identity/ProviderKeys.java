package dev.vto.catalog.adapter.out.identity;

import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys of a provider, kept as long as its Cache-Control says. A key id that is not among them fetches them again,
 * once an interval: providers block those who ask often. Blocks while it fetches.
 */
final class ProviderKeys implements VerificationKeyResolver {

    private static final Duration CACHED_BY_DEFAULT = Duration.ofHours(1);

    /** Known keys go on to serve so long while the provider is away. */
    private static final Duration CACHED_WHILE_AWAY = Duration.ofHours(1);

    /** A provider that did not answer is left alone so long, so that threads do not queue for its timeouts. */
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private static final int MAX_BYTES = 256 * 1024;

    private final VerificationJwkSelector selector = new VerificationJwkSelector();
    private final HttpsJwks keys;
    private final Duration refetchInterval;
    private final Clock clock;
    private Instant refetched = Instant.MIN;
    private volatile Instant failed = Instant.MIN;

    ProviderKeys(ProviderSettings settings, Clock clock) {
        this.refetchInterval = settings.refetchInterval();
        this.clock = clock;
        Get http = new Get();
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        http.setConnectTimeout(timeout);
        http.setReadTimeout(timeout);
        http.setRetries(0);
        http.setResponseBodySizeLimit(MAX_BYTES);
        this.keys = new HttpsJwks(settings.jwksUrl().toString());
        keys.setDefaultCacheDuration(CACHED_BY_DEFAULT.toSeconds());
        keys.setRetainCacheOnErrorDuration(CACHED_WHILE_AWAY.toSeconds());
        keys.setRefreshReprieveThreshold(0);
        keys.setSimpleHttpGet(url -> fetch(http, url));
    }

    /**
     * @throws ProviderAway if the keys are needed and cannot be had
     * @throws UnresolvableKeyException if the provider has no such key
     */
    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            JsonWebKey key = selector.select(token, keys.getJsonWebKeys());
            if (key == null) {
                refetch();
                key = selector.select(token, keys.getJsonWebKeys());
            }
            if (key == null) {
                throw new UnresolvableKeyException("the provider has no such key");
            }
            return key.getKey();
        } catch (UnresolvableKeyException e) {
            throw e;
        } catch (JoseException | IOException e) {
            throw new ProviderAway(e);
        }
    }

    private synchronized void refetch() throws JoseException, IOException {
        if (clock.instant().isBefore(earliest(refetched, refetchInterval))) {
            return;
        }
        keys.refresh();
        refetched = clock.instant();
    }

    private SimpleResponse fetch(Get http, String url) throws IOException {
        if (clock.instant().isBefore(earliest(failed, PAUSE_AFTER_FAILURE))) {
            throw new IOException("the provider did not answer a moment ago");
        }
        try {
            SimpleResponse answer = http.get(url);
            new JsonWebKeySet(answer.getBody());
            return answer;
        } catch (IOException | JoseException e) {
            failed = clock.instant();
            throw new IOException("the keys cannot be fetched: " + e.getMessage(), e);
        }
    }

    private static Instant earliest(Instant last, Duration pause) {
        return last.equals(Instant.MIN) ? last : last.plus(pause);
    }
}
