package dev.vto.bench.jobs.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads plans out of PostgreSQL's log, as auto_explain writes them in JSON. */
final class PlanLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HEAD = Pattern.compile("LOG: +duration: ([0-9.]+) ms +plan:$");

    /** Begins the lines of a message that follow its first. */
    private static final char INDENT = '\t';

    private PlanLog() {}

    /** How many bytes of a log hold messages that are written to their end: those that another one follows. */
    static int complete(byte[] log) {
        for (int i = log.length - 2; i >= 0; i--) {
            if (log[i] == '\n' && log[i + 1] != INDENT) {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * The plans among the messages.
     *
     * @throws JsonProcessingException if a plan is no JSON
     */
    static List<Execution> read(String log) throws JsonProcessingException {
        List<Execution> executions = new ArrayList<>();
        @Nullable Double millis = null;
        StringBuilder plan = new StringBuilder();
        Iterator<String> lines = log.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (!line.isEmpty() && line.charAt(0) == INDENT) {
                plan.append(line).append('\n');
                continue;
            }
            add(executions, millis, plan);
            Matcher head = HEAD.matcher(line);
            millis = head.find() ? Double.valueOf(head.group(1)) : null;
        }
        add(executions, millis, plan);
        return executions;
    }

    private static void add(List<Execution> executions, @Nullable Double millis, StringBuilder plan)
            throws JsonProcessingException {
        if (millis != null) {
            executions.add(Execution.of(millis, JSON.readTree(plan.toString())));
        }
        plan.setLength(0);
    }
}
