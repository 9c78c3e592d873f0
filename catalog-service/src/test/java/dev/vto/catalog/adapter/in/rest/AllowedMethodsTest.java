package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedMethodsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/collections | GET, POST",
                "/v1/collections/ | GET, POST",
                "/v1/collections/0198 | DELETE, GET, PATCH",
                "/v1/collections/0198/projects | GET, POST",
                "/v1/products/0198/images/upperFront | DELETE, PUT",
                "/v1/vto-jobs/0198/cancel | POST",
                "/v1/users/me | DELETE, GET, PATCH",
                "/v1/users/me/export | GET",
                "/v1/images/0198 | DELETE, GET, PATCH",
                "/v1/projects/0198/shares/0198 | DELETE, PUT",
                "/v1/users/me/identities/google | DELETE, POST",
                "/v1/auth/dev | POST",
                "/v1/auth/refresh | POST",
                "/.well-known/jwks.json | GET"
            })
    void readsThemOffTheResources(String path, String methods) {
        assertThat(AllowedMethods.at(path)).isEqualTo(methods);
    }

    @Test
    void findsNoneWhereThereIsNoResource() {
        assertThat(AllowedMethods.at("/v1/nothing")).isEmpty();
        assertThat(AllowedMethods.at("/v1/collections/0198/projects/more")).isEmpty();
        assertThat(AllowedMethods.at("/xwell-known/jwks.json")).isEmpty();
    }
}
