package dev.vto.fakes.comfyui;

import dev.vto.fakes.Frame;
import dev.vto.fakes.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one client is told by WebSocket: the queue at first, then each step of its workflow, with previews between. */
final class ProgressFeed implements Supplier<List<Frame>> {

    private static final int STEPS = 20;

    /** A message of type 1, a picture: JPEG, and nothing in it. */
    private static final Frame PREVIEW = Frame.binary(new byte[] {0, 0, 0, 1, 0, 0, 0, 1});

    private final String client;
    private final Supplier<Optional<Prompt>> prompt;
    private final Function<String, Optional<Job>> jobs;
    private boolean greeted;
    private Job.@Nullable State told;

    ProgressFeed(String client, Supplier<Optional<Prompt>> prompt, Function<String, Optional<Job>> jobs) {
        this.client = client;
        this.prompt = prompt;
        this.jobs = jobs;
    }

    @Override
    public List<Frame> get() {
        List<Frame> frames = new ArrayList<>();
        if (!greeted) {
            greeted = true;
            frames.add(Frame.json(Map.of(
                    "type",
                    "status",
                    "data",
                    Map.of("status", Map.of("exec_info", Map.of("queue_remaining", 1)), "sid", client))));
        }
        prompt.get().ifPresent(own -> jobs.apply(own.id()).ifPresent(job -> tell(own, job.look(), frames)));
        return frames;
    }

    private void tell(Prompt own, Job.State now, List<Frame> frames) {
        if (now.equals(told)) {
            return;
        }
        boolean begins = told == null || told.stage() == Job.Stage.QUEUED;
        told = now;
        if (now.stage() == Job.Stage.QUEUED) {
            return;
        }
        if (begins) {
            frames.add(message("execution_start", own, Map.of()));
            frames.add(message("execution_cached", own, Map.of("nodes", List.of())));
        }
        if (now.stage() == Job.Stage.RUNNING) {
            frames.addAll(working(own, (int) Math.round(now.fraction() * STEPS)));
        } else {
            if (now.stage() == Job.Stage.DONE) {
                String node = Workflow.of(own.graph()).outputNode();
                frames.add(message("executed", own, Map.of("node", node, "output", Report.output(own))));
                frames.add(message("execution_success", own, Map.of()));
            }
            Map<String, Object> over = new HashMap<>();
            over.put("node", null);
            frames.add(message("executing", own, over));
        }
    }

    private static List<Frame> working(Prompt own, int step) {
        String sampler = Workflow.of(own.graph()).samplerNode();
        Map<String, Object> nodes = new HashMap<>();
        for (var names = own.graph().fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.equals(sampler)) {
                nodes.put(name, Map.of("value", step, "max", STEPS, "state", "running", "node_id", name));
                break;
            }
            nodes.put(name, Map.of("value", 1, "max", 1, "state", "finished", "node_id", name));
        }
        return List.of(
                message("executing", own, Map.of("node", sampler)),
                message("progress_state", own, Map.of("nodes", nodes)),
                message("progress", own, Map.of("value", step, "max", STEPS, "node", sampler)),
                PREVIEW);
    }

    private static Frame message(String type, Prompt own, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("prompt_id", own.id());
        return Frame.json(Map.of("type", type, "data", data));
    }
}
