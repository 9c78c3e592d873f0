package dev.vto.bench.jobs.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The main class of such a process. It reads a line of JSON for each order and answers with one, and it ends when its
 * standard input does: with whoever started it, however that one ended.
 */
final class RoleProcess {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RoleProcess() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        // What libraries print must not come between the answers.
        System.setOut(System.err);
        try (Role role = (Role)
                        Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            answers.println("{}");
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                answers.println(answer(role, JSON.readTree(line)));
            }
        }
        // Libraries may have left threads of their own.
        System.exit(0);
    }

    private static String answer(Role role, JsonNode order) throws IOException {
        try {
            Object answer = role.act(order.path("order").asText(), order.path("details"));
            return JSON.writeValueAsString(Map.of("answer", answer));
        } catch (Exception e) {
            e.printStackTrace(System.err);
            return JSON.writeValueAsString(Map.of("failure", e.toString()));
        }
    }
}
