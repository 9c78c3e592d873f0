package dev.vto.catalog.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignInForDevelopmentOnlyTest {

    @Test
    void isTakenOnADevelopersMachine() {
        assertThatCode(() -> SignInForDevelopmentOnly.require(true, List.of("local")))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsAServiceInProductionFromStarting() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SignInForDevelopmentOnly.require(true, List.of("prod")))
                .withMessageContaining("vto.dev-login")
                .withMessageContaining("prod");
    }

    @Test
    void isNoMatterWhereItIsNotWanted() {
        assertThatCode(() -> SignInForDevelopmentOnly.require(false, List.of("prod")))
                .doesNotThrowAnyException();
    }
}
