package dev.vto.worker.adapter.out.generation.chat;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.LetterSpec;
import dev.vto.worker.adapter.out.generation.chat.ChatApi.Choice;
import dev.vto.worker.adapter.out.generation.chat.ChatApi.Message;
import dev.vto.worker.adapter.out.generation.chat.LetterSchema.Violated;
import dev.vto.worker.adapter.out.generation.remote.ApiKey;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.Requests;
import dev.vto.worker.adapter.out.generation.remote.RestClients;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Copywriter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Letters by a language model that sees the photos. An answer that is no letter is sent back to it, once. */
final class ChatCopywriter implements Copywriter {

    static final String PROVIDER = "chat";

    /** Longer side of the photos, in pixels: enough for garments, colours and patterns. */
    private static final int PHOTO_SIZE = 640;

    private static final int LONGEST_QUOTE = 2000;
    private static final long SEEDS = 1L << 31;

    private final ChatSettings settings;
    private final String model;
    private final ApiKey key;
    private final ChatApi api;
    private final Requests requests;
    private final PhotoFiles photos;

    /** @throws IllegalArgumentException if model or key are not set */
    ChatCopywriter(ChatSettings settings, PhotoFiles photos) {
        this.settings = settings;
        this.photos = photos.scaledTo(PHOTO_SIZE);
        model = settings.model()
                .orElseThrow(() -> new IllegalArgumentException(
                        ChatSettings.PREFIX + ".model is needed for this backend, as a name that the service knows"));
        key = ApiKey.of(ChatSettings.PREFIX, settings);
        api = RestClients.of(ChatApi.class, settings.baseUrl(), settings);
        requests =
                Requests.repeatable(settings, new Requests.Rate(settings.requestsPerMinute(), Duration.ofMinutes(1)));
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public boolean aiGenerated() {
        return true;
    }

    @Override
    public Set<String> languages() {
        return Set.copyOf(LetterSpec.LANGUAGES);
    }

    @Override
    public Uni<Copy> write(Request request, Call call) {
        return shown(request)
                .invoke(() -> call.at(0.1))
                .map(shown -> Prompt.messages(request, shown))
                .flatMap(messages -> written(messages, request, call))
                .ifNoItem()
                .after(settings.timeout())
                .failWith(() -> Failures.of(FailureCode.TIMEOUT, "no letter within " + settings.timeout()));
    }

    private Uni<List<Prompt.Shown>> shown(Request request) {
        return Multi.createFrom()
                .iterable(Prompt.picked(request, settings.photos()))
                .onItem()
                .transformToUniAndConcatenate(photo -> photos.dataUrl(
                                photo.file(), "photo for " + photo.slot().wireName())
                        .map(url -> new Prompt.Shown(photo, url)))
                .collect()
                .asList();
    }

    private Uni<Copy> written(List<Message> messages, Request request, Call call) {
        return answer(messages, request, call)
                .flatMap(answer -> letter(answer, request)
                        .onFailure(Violated.class)
                        .recoverWithUni(violated -> {
                            call.at(0.6);
                            return answer(
                                            Prompt.repaired(
                                                    messages, quoted(answer), String.valueOf(violated.getMessage())),
                                            request,
                                            call)
                                    .flatMap(second -> letter(second, request));
                        }))
                .onFailure(Violated.class)
                .transform(violated ->
                        ChatFailure.unusable("not even the second answer is a letter: " + violated.getMessage()));
    }

    private static Uni<Copy> letter(String answer, Request request) {
        return Uni.createFrom().item(() -> LetterSchema.read(answer, request));
    }

    private Uni<String> answer(List<Message> messages, Request request, Call call) {
        ChatApi.Request asked = new ChatApi.Request(
                model, messages, LetterSchema.RESPONSE_FORMAT, (int) Math.floorMod(request.seed(), SEEDS));
        return requests.send(() -> api.complete(new CallHeaders(key.bearer(), call.traceparent()), asked))
                .map(completion -> text(completion.choices()));
    }

    /** What the model says. An answer that was cut is no letter either, and is judged as such. */
    private static String text(List<Choice> choices) {
        if (choices.isEmpty()) {
            return "";
        }
        Choice choice = choices.get(0);
        String refusal = choice.message().refusal();
        if (!refusal.isEmpty() || choice.finishReason().equals("content_filter")) {
            throw ChatFailure.moderated(choice.finishReason() + ": " + refusal);
        }
        return choice.message().content();
    }

    private static String quoted(String answer) {
        return answer.length() <= LONGEST_QUOTE ? answer : answer.substring(0, LONGEST_QUOTE) + "…";
    }
}
