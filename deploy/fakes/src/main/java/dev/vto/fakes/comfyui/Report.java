package dev.vto.fakes.comfyui;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the history says of a workflow that is over. */
final class Report {

    private Report() {}

    static Map<String, Object> of(Prompt prompt, Job job) {
        Job.Stage stage = job.state().stage();
        boolean made = stage == Job.Stage.DONE;
        return Map.of(
                "prompt", prompt.entry(),
                "outputs", made ? outputs(prompt) : Map.of(),
                "meta", Map.of(),
                "status",
                        Map.of(
                                "status_str",
                                made ? "success" : "error",
                                "completed",
                                made,
                                "messages",
                                List.of(
                                        message("execution_start", prompt, Map.of()),
                                        made ? message("execution_success", prompt, Map.of()) : end(prompt, job))));
    }

    /** Of the node that saves. */
    static Map<String, Object> outputs(Prompt prompt) {
        return Map.of(Workflow.of(prompt.graph()).outputNode(), output(prompt));
    }

    static Map<String, Object> output(Prompt prompt) {
        return Map.of("images", List.of(Map.of("filename", fileName(prompt), "subfolder", "", "type", "output")));
    }

    static String fileName(Prompt prompt) {
        return Workflow.of(prompt.graph()).filePrefix() + "_%05d_.png".formatted(prompt.number() + 1);
    }

    private static List<Object> end(Prompt prompt, Job job) {
        if (job.state().stage() == Job.Stage.CANCELED) {
            return message("execution_interrupted", prompt, Map.of("node_type", "KSampler"));
        }
        return switch (job.fault().orElse(Fault.BROKEN)) {
            case MODERATED -> error(prompt, "SafetyChecker", "ValueError", "NSFW content detected in the image");
            case UNUSABLE ->
                error(
                        prompt,
                        "LoadImage",
                        "PIL.UnidentifiedImageError",
                        "cannot identify image file '/input/vto/person.jpg'");
            default ->
                error(
                        prompt,
                        "KSampler",
                        "torch.OutOfMemoryError",
                        "Allocation on device \nThis error means you ran out of memory on your GPU.");
        };
    }

    private static List<Object> error(Prompt prompt, String nodeType, String type, String message) {
        return message(
                "execution_error",
                prompt,
                Map.of(
                        "node_id",
                        Workflow.of(prompt.graph()).samplerNode(),
                        "node_type",
                        nodeType,
                        "exception_type",
                        type,
                        "exception_message",
                        message,
                        "traceback",
                        List.of()));
    }

    private static List<Object> message(String type, Prompt prompt, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("prompt_id", prompt.id());
        data.put("timestamp", 1);
        return List.of(type, data);
    }
}
