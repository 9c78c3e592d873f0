package dev.vto.bench.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The least that answers with JSON. */
@Path("/greeting")
public class GreetingResource {

    /** The answer. */
    public record Greeting(String text) {}

    @GET
    public Greeting greet() {
        return new Greeting("Hello");
    }
}
