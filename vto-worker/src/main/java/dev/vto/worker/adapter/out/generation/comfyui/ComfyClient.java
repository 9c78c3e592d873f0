package dev.vto.worker.adapter.out.generation.comfyui;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.comfyui.ComfyApi.Ended;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import dev.vto.worker.adapter.out.generation.remote.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jspecify.annotations.Nullable;

/** Workflows in ComfyUI's queue, under names of ours. What is sent twice runs twice, so it is looked for before. */
final class ComfyClient implements RemoteJobs<HeardWorkflow> {

    static final String PROVIDER = "comfyui";

    /** ComfyUI names no limit; this one bounds what a defect of ours could do. */
    private static final Requests.Rate RATE = new Requests.Rate(200, Duration.ofSeconds(10));

    private static final String FOLDER = "vto";

    private final ComfyApi api;
    private final URI server;
    private final Optional<ApiKey> key;
    private final Requests requests;
    private final Requests submits;
    private final ProgressListener listener;

    ComfyClient(ComfySettings settings, Vertx vertx) {
        server = settings.url();
        key = ApiKey.ifAny(ComfySettings.PREFIX, settings);
        api = RestClients.of(ComfyApi.class, server, settings);
        requests = Requests.repeatable(settings, RATE);
        submits = Requests.repeatable(settings, RATE);
        listener = new ProgressListener(vertx, server, settings.connectTimeout(), authorization());
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    /** What the server, or a proxy before it, is told with each request. */
    Optional<String> authorization() {
        return key.map(ApiKey::bearer);
    }

    /** The workflow with an ear for one run of it, which whoever follows that run closes. */
    HeardWorkflow heard(Workflow workflow, @Nullable String traceparent) {
        return new HeardWorkflow(workflow, listener.ear(workflow.size(), traceparent));
    }

    /** Uploads a JPEG, which is there once however often it is uploaded, and answers how a workflow names it. */
    Uni<String> upload(byte[] jpeg, @Nullable String traceparent) {
        ClientMultipartForm form = ClientMultipartForm.create()
                .attribute("type", "input", null)
                .attribute("subfolder", FOLDER, null)
                .binaryFileUpload("image", hash(jpeg) + ".jpg", Buffer.buffer(jpeg), "image/jpeg");
        return requests.send(() -> api.upload(headers(traceparent), form)).map(ComfyApi.Uploaded::path);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Uni<String> submit(Work<HeardWorkflow> work) {
        String prompt = UUID.randomUUID().toString();
        return work.call().submitted(prompt).chain(() -> resume(prompt, work));
    }

    @Override
    public Uni<String> resume(String prompt, Work<HeardWorkflow> work) {
        work.model().ear().listen(prompt);
        return found(prompt, work)
                .flatMap(known -> known.isPresent()
                        ? Uni.createFrom().voidItem()
                        : work.input()
                                .map(work.model().workflow()::filled)
                                .flatMap(graph -> send(new ComfyApi.Prompt(graph, prompt, prompt), work)))
                .replaceWith(prompt);
    }

    /** An answer that is lost leaves it open whether the workflow has arrived: so it is looked for before each try. */
    private Uni<Void> send(ComfyApi.Prompt prompt, Work<HeardWorkflow> work) {
        return submits.send(() -> found(prompt.promptId(), work)
                .flatMap(known -> known.isPresent()
                        ? Uni.createFrom().voidItem()
                        : api.submit(headers(work.traceparent()), prompt)
                                .flatMap(accepted ->
                                        requireNamed(prompt.promptId(), accepted.promptId(), work.traceparent()))));
    }

    private Uni<Void> requireNamed(String prompt, String accepted, @Nullable String traceparent) {
        return accepted.equals(prompt)
                ? Uni.createFrom().voidItem()
                : cancel(accepted, traceparent).chain(() -> Uni.createFrom()
                        .failure(Failures.of(
                                FailureCode.INTERNAL,
                                "this ComfyUI is too old: it takes no prompt_id, but chose " + accepted)));
    }

    @Override
    public Uni<Look> look(String prompt, Work<HeardWorkflow> work) {
        work.model().ear().listen(prompt);
        return found(prompt, work)
                .map(found -> found.orElseThrow(() -> Failures.of(
                        FailureCode.RESULT_EXPIRED, "ComfyUI does not know the prompt " + prompt + " any more")));
    }

    /** Takes a workflow out of the queue, or stops it. */
    @Override
    public Uni<Void> cancel(String prompt, @Nullable String traceparent) {
        CallHeaders headers = headers(traceparent);
        return requests.send(() -> api.delete(headers, new ComfyApi.Delete(List.of(prompt))))
                .chain(() -> requests.send(() -> api.queue(headers)))
                // Older servers stop whatever runs, so it is said only of what does.
                .flatMap(queue -> queue.isRunning(prompt)
                        ? requests.send(() -> api.interrupt(headers, new ComfyApi.Interrupt(prompt)))
                        : Uni.createFrom().voidItem());
    }

    /** A workflow goes from the queue to the history in one step, so one that is in neither is unknown. */
    private Uni<Optional<Look>> found(String prompt, Work<HeardWorkflow> work) {
        CallHeaders headers = headers(work.traceparent());
        return requests.send(() -> api.queue(headers)).flatMap(queue -> {
            if (queue.isPending(prompt)) {
                return open(new Look.Waiting());
            }
            if (queue.isRunning(prompt)) {
                return open(new Look.Running(work.model().ear().fraction()));
            }
            return requests.send(() -> api.history(headers, prompt))
                    .map(history -> Optional.ofNullable(history.get(prompt)).map(this::ended));
        });
    }

    private static Uni<Optional<Look>> open(Look look) {
        return Uni.createFrom().item(Optional.of(look));
    }

    private Look ended(Ended ended) {
        if (!ended.status().completed()) {
            return new Look.Failed(ComfyFailure.of(ended.status()));
        }
        return OutputFile.of(ended.outputs().values())
                .<Look>map(file -> new Look.Done(file.url(server)))
                .orElseGet(() ->
                        new Look.Failed(Failures.of(FailureCode.TRANSIENT, "no node of the workflow has made a file")));
    }

    private CallHeaders headers(@Nullable String traceparent) {
        return new CallHeaders(authorization().orElse(null), traceparent);
    }
}
