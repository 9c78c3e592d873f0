package dev.vto.catalog.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInForDevelopmentOnlyTest {

    @Test
    void isTakenOnADevelopersMachine() {
        assertThatCode(() -> SignInForDevelopmentOnly.require(true, List.of("local")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "test"})
    void keepsAServiceOfAnotherProfileFromStarting(String profile) {
        assertThatIllegalStateException()
                .isThrownBy(() -> SignInForDevelopmentOnly.require(true, List.of(profile)))
                .withMessageContaining("vto.dev-login")
                .withMessageContaining(profile);
    }

    @Test
    void isNoMatterWhereItIsNotWanted() {
        assertThatCode(() -> SignInForDevelopmentOnly.require(false, List.of("prod")))
                .doesNotThrowAnyException();
    }
}
