package dev.vto.worker.adapter.out.generation.comfyui;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.comfyui.ComfyApi.Ended;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.Following;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.application.port.Call;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jspecify.annotations.Nullable;

/** Workflows in ComfyUI's queue, under names of ours. What is sent twice runs twice, so it is looked for before. */
final class ComfyClient {

    static final String PROVIDER = "comfyui";

    /** ComfyUI names no limit; this one bounds what a defect of ours could do. */
    private static final Requests.Rate RATE = new Requests.Rate(200, Duration.ofSeconds(10));

    private static final String FOLDER = "vto";

    private final ComfyApi api;
    private final URI server;
    private final Optional<ApiKey> key;
    private final Requests requests;
    private final Requests submits;
    private final Following following;
    private final ProgressListener listener;

    ComfyClient(ComfySettings settings, Vertx vertx) {
        server = settings.url();
        key = ApiKey.ifAny(ComfySettings.PREFIX, settings);
        api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(server)
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(ComfyApi.class);
        requests = Requests.repeatable(settings, RATE);
        submits = Requests.repeatable(settings, RATE);
        following = new Following(settings);
        listener = new ProgressListener(vertx, server, settings.connectTimeout(), authorization());
    }

    /** What the server, or a proxy before it, is told with each request. */
    Optional<String> authorization() {
        return key.map(ApiKey::bearer);
    }

    /**
     * Runs a workflow, or follows that of an earlier attempt, and collects what it has made from its URL.
     *
     * @param slots what is put into its slots; asked for only where it is submitted
     */
    <T> Uni<T> run(Workflow workflow, Uni<Map<String, Object>> slots, Call call, Function<URI, Uni<T>> collect) {
        return Uni.createFrom().deferred(() -> {
            ProgressListener.Ear ear = listener.ear(workflow.size(), call.traceparent());
            return following
                    .follow(new Prompts(workflow, slots, call, ear), call, collect)
                    .onTermination()
                    .invoke(ear::close);
        });
    }

    /** Uploads a JPEG, which is there once however often it is uploaded, and answers how a workflow names it. */
    Uni<String> upload(byte[] jpeg, @Nullable String traceparent) {
        ClientMultipartForm form = ClientMultipartForm.create()
                .attribute("type", "input", null)
                .attribute("subfolder", FOLDER, null)
                .binaryFileUpload("image", hash(jpeg) + ".jpg", Buffer.buffer(jpeg), "image/jpeg");
        return requests.send(() -> api.upload(bearer(), traceparent, form)).map(ComfyApi.Uploaded::path);
    }

    /** Takes a workflow out of the queue, or stops it; that it is over or unknown is no error. */
    Uni<Void> cancel(String prompt, @Nullable String traceparent) {
        return requests.send(() -> api.delete(bearer(), traceparent, new ComfyApi.Delete(List.of(prompt))))
                .chain(() -> requests.send(() -> api.queue(bearer(), traceparent)))
                // Older servers stop whatever runs, so it is said only of what does.
                .flatMap(queue -> queue.isRunning(prompt)
                        ? requests.send(() -> api.interrupt(bearer(), traceparent, new ComfyApi.Interrupt(prompt)))
                        : Uni.createFrom().voidItem());
    }

    private @Nullable String bearer() {
        return authorization().orElse(null);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Prompts implements RemoteJobs<URI> {

        private final Workflow workflow;
        private final Uni<Map<String, Object>> slots;
        private final Call call;
        private final ProgressListener.Ear ear;

        private Prompts(Workflow workflow, Uni<Map<String, Object>> slots, Call call, ProgressListener.Ear ear) {
            this.workflow = workflow;
            this.slots = slots;
            this.call = call;
            this.ear = ear;
        }

        @Override
        public Uni<String> submit() {
            String prompt = UUID.randomUUID().toString();
            return call.submitted(prompt).chain(() -> resume(prompt));
        }

        @Override
        public Uni<String> resume(String prompt) {
            ear.listen(prompt);
            return found(prompt)
                    .flatMap(known -> known.isPresent()
                            ? Uni.createFrom().voidItem()
                            : slots.map(workflow::filled)
                                    .flatMap(graph -> send(new ComfyApi.Prompt(graph, prompt, prompt))))
                    .replaceWith(prompt);
        }

        /** An answer that is lost leaves it open whether the workflow has arrived: so it is looked for before each try. */
        private Uni<Void> send(ComfyApi.Prompt prompt) {
            return submits.send(() -> found(prompt.promptId())
                    .flatMap(known -> known.isPresent()
                            ? Uni.createFrom().voidItem()
                            : api.submit(bearer(), call.traceparent(), prompt)
                                    .flatMap(accepted -> requireNamed(prompt.promptId(), accepted.promptId()))));
        }

        private Uni<Void> requireNamed(String prompt, String accepted) {
            return accepted.equals(prompt)
                    ? Uni.createFrom().voidItem()
                    : cancel(accepted).chain(() -> Uni.createFrom()
                            .failure(Failures.of(
                                    FailureCode.INTERNAL,
                                    "this ComfyUI is too old: it takes no prompt_id, but chose " + accepted)));
        }

        @Override
        public Uni<Look<URI>> look(String prompt) {
            ear.listen(prompt);
            return found(prompt)
                    .map(found -> found.orElseThrow(() -> Failures.of(
                            FailureCode.RESULT_EXPIRED, "ComfyUI does not know the prompt " + prompt + " any more")));
        }

        @Override
        public Uni<Void> cancel(String prompt) {
            return ComfyClient.this.cancel(prompt, call.traceparent());
        }

        /** A workflow goes from the queue to the history in one step, so one that is in neither is unknown. */
        private Uni<Optional<Look<URI>>> found(String prompt) {
            return requests.send(() -> api.queue(bearer(), call.traceparent())).flatMap(queue -> {
                if (queue.isPending(prompt)) {
                    return open(new Look.Waiting<>());
                }
                if (queue.isRunning(prompt)) {
                    return open(new Look.Running<>(ear.fraction()));
                }
                return requests.send(() -> api.history(bearer(), call.traceparent(), prompt))
                        .map(history -> Optional.ofNullable(history.get(prompt)).map(this::ended));
            });
        }

        private static Uni<Optional<Look<URI>>> open(Look<URI> look) {
            return Uni.createFrom().item(Optional.of(look));
        }

        private Look<URI> ended(Ended ended) {
            if (!ended.status().completed()) {
                return new Look.Failed<>(ComfyFailure.of(ended.status()));
            }
            return OutputFile.of(ended.outputs().values())
                    .<Look<URI>>map(file -> new Look.Done<>(file.url(server)))
                    .orElseGet(() -> new Look.Failed<>(
                            Failures.of(FailureCode.TRANSIENT, "no node of the workflow has made a file")));
        }
    }
}
