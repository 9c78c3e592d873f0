package dev.vto.catalog.adapter.in.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A row of {@code rights.csv}.
 *
 * @param path with its query, and placeholders in angle brackets
 * @param statuses what is answered, by who asks
 */
record RightsRow(String method, String path, String body, Map<Standing, Integer> statuses) {

    /** A body that is a photo. */
    static final String PHOTO = "<photo>";

    private static final String MATRIX = "/rights.csv";
    private static final int FIRST_STATUS = 2;

    /** All rows, without comments and the heading. */
    static List<RightsRow> all() {
        try (BufferedReader matrix = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RightsRow.class.getResourceAsStream(MATRIX)), StandardCharsets.UTF_8))) {
            return matrix.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(RightsRow::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is a request for the operation, as {@code GET /v1/projects/{id}}. */
    boolean isOf(String operation) {
        String[] wanted = operation.split("[ /]+");
        String[] asked = toString().replaceFirst("\\?.*", "").split("[ /]+");
        if (wanted.length != asked.length) {
            return false;
        }
        return IntStream.range(0, wanted.length)
                .allMatch(i -> isParameter(wanted[i]) ? asked[i].startsWith("<") : wanted[i].equals(asked[i]));
    }

    private static boolean isParameter(String part) {
        return part.startsWith("{") || part.equals("*");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static RightsRow read(String line) {
        String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        String[] request = cells[0].split(" +");
        Map<Standing, Integer> statuses = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            statuses.put(standing, Integer.valueOf(cells[FIRST_STATUS + standing.ordinal()]));
        }
        return new RightsRow(request[0], request[1], cells[1], statuses);
    }
}
