package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.out.identity.SigningKeys;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/** Our public keys, RFC 7517. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class KeysResource {

    private final SigningKeys keys;

    KeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** For the OpenAPI document. */
    @Schema(name = "KeySet")
    record KeySet(List<Key> keys) {}

    @Schema(name = "Key", description = "An RSA key; `n` and `e` are its modulus and exponent, base64url.")
    record Key(String kid, String kty, String alg, String use, String n, String e) {}

    @GET
    @Operation(
            operationId = "getKeys",
            summary = "The public keys of our access tokens",
            description = "A JSON Web Key Set, RFC 7517.")
    @APIResponse(
            responseCode = "200",
            description = "The keys.",
            content = @Content(schema = @Schema(implementation = KeySet.class)))
    public Map<String, List<Map<String, Object>>> keys() {
        List<Map<String, Object>> all = new ArrayList<>();
        keys.publicKeys().forEach((id, key) -> {
            RsaJsonWebKey web = new RsaJsonWebKey(key);
            web.setKeyId(id);
            web.setAlgorithm("RS256");
            web.setUse("sig");
            all.add(web.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        });
        return Map.of("keys", all);
    }
}
