package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.Proof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that proves who somebody is to a provider. */
@Schema(name = "SocialSignIn")
record ProofBody(
        @Schema(required = true, maxLength = ProofBody.MAX_TOKEN, description = "As the provider gave it")
                String idToken,
        @Schema(required = true, maxLength = ProofBody.MAX_NONCE, description = "From POST /v1/auth/nonce")
                String nonce) {

    static final int MAX_TOKEN = 16_384;
    static final int MAX_NONCE = 512;

    static Proof read(String body) {
        JsonBody json = JsonBody.parse(body, "idToken", "nonce");
        Proof proof = new Proof(json.requiredText("idToken", MAX_TOKEN), json.requiredText("nonce", MAX_NONCE));
        json.done();
        return proof;
    }
}
