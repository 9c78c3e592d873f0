package dev.vto.catalog.adapter.out.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.shared.media.PhotoRef;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityClaimsTest {

    @ParameterizedTest
    @CsvSource({
        "Person@Gmail.com, true, , person@gmail.com",
        "person@gmail.com, false, , ",
        "person@gmail.com, , , ",
        "person@company.example, true, company.example, person@company.example",
        "person@company.example, false, company.example, ",
        "person@company.example, true, , ",
        "person@notgmail.com, true, , ",
        ", true, company.example, "
    })
    void takesAnAddressThatGoogleIsTheAuthorityFor(String email, String verified, String domain, String taken) {
        JwtClaims claims = claims(Provider.GOOGLE);
        claims.setClaim("email", email);
        claims.setClaim("email_verified", verified == null ? null : Boolean.valueOf(verified));
        claims.setClaim("hd", domain);

        assertThat(read(Provider.GOOGLE, claims).email()).isEqualTo(taken);
    }

    @Test
    void takesNoAddressFromKakao() {
        JwtClaims claims = claims(Provider.KAKAO);
        claims.setClaim("email", "person@gmail.com");
        claims.setClaim("email_verified", true);

        Identity identity = read(Provider.KAKAO, claims);

        assertThat(identity.email()).isNull();
        assertThat(identity.claims()).containsEntry("email", "person@gmail.com");
    }

    @Test
    void readsWhatGoogleSaysOfAPerson() {
        JwtClaims claims = claims(Provider.GOOGLE);
        claims.setClaim("name", "Jiwoo Kim");
        claims.setClaim("given_name", " Jiwoo ");
        claims.setClaim("family_name", "Kim");
        claims.setClaim("picture", "https://example.com/jiwoo.png");
        claims.setClaim("locale", "en-GB");

        Identity identity = read(Provider.GOOGLE, claims);

        assertThat(identity.name()).isEqualTo("Jiwoo");
        assertThat(identity.lastName()).isEqualTo("Kim");
        assertThat(identity.picture()).isEqualTo(new PhotoRef("https://example.com/jiwoo.png"));
        assertThat(identity.language()).isEqualTo("en");
    }

    @Test
    void readsWhatKakaoSaysOfAPerson() {
        JwtClaims claims = claims(Provider.KAKAO);
        claims.setClaim("nickname", "지우");

        Identity identity = read(Provider.KAKAO, claims);

        assertThat(identity.name()).isEqualTo("지우");
        assertThat(identity.language()).isEqualTo("ko");
    }

    @Test
    void keepsClaimsOfThePersonAlone() {
        JwtClaims claims = claims(Provider.GOOGLE);
        claims.setClaim("nonce", "secret");
        claims.setClaim("at_hash", "secret");

        assertThat(read(Provider.GOOGLE, claims).claims()).isEqualTo(Map.of("sub", "person"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/a.png", "https://", "https://a b", "media:other/photos/a.jpg"})
    void takesNoPictureThatIsNotOfTheWeb(String picture) {
        JwtClaims claims = claims(Provider.GOOGLE);
        claims.setClaim("picture", picture);

        assertThat(read(Provider.GOOGLE, claims).picture()).isNull();
    }

    @Test
    void takesNoNameThatNobodyCanShow() {
        JwtClaims claims = claims(Provider.KAKAO);
        claims.setClaim("nickname", "a\u0000b");

        assertThat(read(Provider.KAKAO, claims).name()).isNull();
        claims.setClaim("nickname", "x".repeat(201));
        assertThat(read(Provider.KAKAO, claims).name()).isNull();
    }

    @Test
    void isNobodyWithoutAPlainSubject() {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("per\nson");

        assertThat(IdentityClaims.read(Provider.GOOGLE, claims)).isEmpty();
    }

    private static JwtClaims claims(Provider provider) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("person");
        claims.setIssuer(provider.wireName());
        return claims;
    }

    private static Identity read(Provider provider, JwtClaims claims) {
        return IdentityClaims.read(provider, claims).orElseThrow();
    }
}
