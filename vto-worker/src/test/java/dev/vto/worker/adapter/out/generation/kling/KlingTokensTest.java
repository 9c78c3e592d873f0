package dev.vto.worker.adapter.out.generation.kling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.fakes.Jwt;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.fixture.GivenSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KlingTokensTest {

    private static final String SECRET = "short";

    @Test
    void areJwtsThatAreGoodForMinutes() throws IOException {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
        ApiKey secretKey = ApiKey.of(KlingSettings.PREFIX, settings(Map.of("api-key", SECRET)));

        String bearer = new KlingTokens("access", secretKey, clock).bearer();

        assertThat(bearer).startsWith("Bearer ");
        Jwt token = Jwt.read(bearer.substring("Bearer ".length())).orElseThrow();
        assertThat(token.isSignedWith(SECRET)).isTrue();
        assertThat(token.isSignedWith("other")).isFalse();
        ObjectMapper json = new ObjectMapper();
        assertThat(token.header()).isEqualTo(json.readTree("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"));
        assertThat(token.claims())
                .isEqualTo(json.readTree("{\"iss\":\"access\",\"nbf\":1799999940,\"exp\":1800000300}"));
    }

    @Test
    void sayWhichKeyIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KlingTokens.of(settings(Map.of("api-key", SECRET))))
                .withMessage("vto.kling.access-key is needed for this backend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KlingTokens.of(settings(Map.of("access-key", "access"))))
                .withMessageContaining("vto.kling.api-key");
    }

    private static KlingSettings settings(Map<String, String> settings) {
        return GivenSettings.of(KlingSettings.class, settings);
    }
}
