package dev.vto.catalog.application;

/**
 * What a person brings from a provider.
 *
 * @param nonce one of ours, which the provider has put into the token
 */
public record Proof(String idToken, String nonce) {

    /** Tokens never come into logs. */
    @Override
    public String toString() {
        return "Proof[]";
    }
}
