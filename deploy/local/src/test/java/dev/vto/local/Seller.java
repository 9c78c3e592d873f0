package dev.vto.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A user with a project of one product, who submits jobs and cancels them. */
record Seller(Rest rest, String project) {

    /** A job that was accepted, and how many results it promises. */
    record Job(String id, int results) {}

    static Seller signedIn(StackFile stack, String email) throws Exception {
        return with(Rest.signedIn(stack.catalogUrl(), email));
    }

    static Seller with(Rest rest) throws Exception {
        String collection = id(rest.ok("POST", "/v1/collections", "{\"name\": \"Spring\"}"));
        String project = id(rest.ok("POST", "/v1/collections/" + collection + "/projects", "{\"name\": \"Look\"}"));
        String product = id(rest.ok("POST", "/v1/projects/" + project + "/products", "{}"));
        rest.ok("PUT", "/v1/products/" + product + "/images/upperFront", TestPictures.jpeg(300, 400));
        return new Seller(rest, project);
    }

    /** The same seller at another catalog. */
    Seller at(String catalog) {
        return new Seller(rest.at(catalog), project);
    }

    Job pictures(int count) throws Exception {
        return submitted("{\"kind\": \"IMAGE\", \"count\": " + count + "}", count);
    }

    Job pictures(int count, int priority) throws Exception {
        return submitted("{\"kind\": \"IMAGE\", \"count\": " + count + ", \"priority\": " + priority + "}", count);
    }

    Job letter() throws Exception {
        return submitted("{\"kind\": \"LETTER\"}", 1);
    }

    Job letter(int priority) throws Exception {
        return submitted("{\"kind\": \"LETTER\", \"priority\": " + priority + "}", 1);
    }

    /** Of pictures that this project has by now. */
    Job video() throws Exception {
        return submitted("{\"kind\": \"VIDEO\"}", 1);
    }

    /** A letter, or empty where the catalog does not say that it has accepted the job. */
    Optional<Job> letterIfPossible() throws Exception {
        Rest.Answer answer = rest.send("POST", jobs(), "{\"kind\": \"LETTER\"}".getBytes(StandardCharsets.UTF_8));
        return answer.status() == 202 ? Optional.of(new Job(id(answer.json()), 1)) : Optional.empty();
    }

    Rest.Answer cancel(Job job) throws Exception {
        return rest.send("POST", "/v1/vto-jobs/" + job.id() + "/cancel", null);
    }

    void deleteProject() throws Exception {
        rest.ok("DELETE", "/v1/projects/" + project, (byte[]) null);
    }

    private Job submitted(String body, int results) throws Exception {
        return new Job(id(rest.ok("POST", jobs(), body)), results);
    }

    private String jobs() {
        return "/v1/projects/" + project + "/vto-jobs";
    }

    private static String id(JsonNode made) {
        return made.get("id").asText();
    }
}
