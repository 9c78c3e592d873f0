package dev.vto.bench.jobs.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.bench.jobs.load.HttpCalls;
import dev.vto.bench.jobs.peer.PeerRole;
import dev.vto.local.demo.CatalogClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A user with a project of one product that has a photo. */
public record Seller(CatalogClient client, UUID user, UUID project, UUID product) {

    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    /** Signs so many up. */
    static List<Seller> signUp(URI catalog, int count) throws IOException, InterruptedException {
        byte[] photo;
        try (InputStream sample = Objects.requireNonNull(
                CatalogClient.class.getResourceAsStream("/samples/upperFront.jpg"), "the sample photo")) {
            photo = sample.readAllBytes();
        }
        List<Seller> sellers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sellers.add(signUp(new CatalogClient(catalog, "bench-" + i + "@example.com"), photo));
        }
        return List.copyOf(sellers);
    }

    private static Seller signUp(CatalogClient client, byte[] photo) throws InterruptedException {
        UUID user = id(client.get("/v1/users/me").path("id").asText());
        String collection = client.post("/v1/collections", Map.of("name", "Bench"))
                .path("id")
                .asText();
        String project = client.post("/v1/collections/" + collection + "/projects", Map.of("name", "Bench"))
                .path("id")
                .asText();
        String product = client.post("/v1/projects/" + project + "/products", Map.of())
                .path("id")
                .asText();
        client.put("/v1/products/" + product + "/images/upperFront", photo);
        return new Seller(client, user, id(project), id(product));
    }

    /** The request for one picture, with a new token. */
    public HttpCalls.Call submitPicture() throws InterruptedException {
        return submit("{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\", \"count\": 1, \"seed\": 42}");
    }

    /** The request for a letter, with a new token. */
    public HttpCalls.Call submitLetter() throws InterruptedException {
        return submit("{\"kind\": \"LETTER\"}");
    }

    /** A new token. */
    public String token() throws InterruptedException {
        return client.freshToken();
    }

    /** A request that reads. */
    public static HttpCalls.Call get(String path, String token) {
        return new HttpCalls.Call("GET", path, token, "", OK);
    }

    /** Submits once, and names the job. */
    public String submitted(HttpCalls.Call call) throws InterruptedException {
        try {
            return client.post(call.path(), new ObjectMapper().readTree(call.body()))
                    .path("id")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    PeerRole.Project forPeers() {
        return new PeerRole.Project(user, project);
    }

    private HttpCalls.Call submit(String body) throws InterruptedException {
        return new HttpCalls.Call("POST", "/v1/projects/" + project + "/vto-jobs", client.freshToken(), body, ACCEPTED);
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
