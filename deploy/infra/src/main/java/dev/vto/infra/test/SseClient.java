package dev.vto.infra.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** Opens event streams as a front end does by fetch, many at once without a thread for each. */
public final class SseClient {

    public static final Duration LIMIT = Duration.ofSeconds(30);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI service;

    public SseClient(URI service) {
        this.service = service;
    }

    /** A block of a stream. */
    public record Block(String id, String event, String data) {}

    /** @param token or an empty text for none */
    public Stream open(String path, String token) {
        return open(path, token, "");
    }

    /** @param lastEventId or an empty text for none */
    public Stream open(String path, String token, String lastEventId) {
        return begin(path, token, lastEventId).join();
    }

    public CompletableFuture<Stream> begin(String path, String token, String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).header("Accept", "text/event-stream");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofPublisher())
                .thenApply(Stream::new);
    }

    /** A stream that was answered. */
    public static final class Stream implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

        private final HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer;
        private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final List<Block> blocks = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Stream(HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
            this.answer = answer;
            answer.body().subscribe(this);
        }

        public int status() {
            return answer.statusCode();
        }

        public String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        /** Takes what comes; until then the stream's bytes wait at the sender. */
        public Stream read() {
            subscribed.join().request(Long.MAX_VALUE);
            return this;
        }

        /** What came so far, comments included. */
        public List<Block> blocks() {
            return blocks;
        }

        /** What came so far of events. */
        public List<Block> events() {
            return blocks.stream().filter(block -> !block.event().isEmpty()).toList();
        }

        public List<String> names() {
            return events().stream().map(Block::event).toList();
        }

        public List<Long> ids() {
            return events().stream().map(block -> Long.valueOf(block.id())).toList();
        }

        /** The id that a reader resumes from. */
        public String lastId() {
            return blocks.stream().map(Block::id).filter(id -> !id.isEmpty()).reduce("", (first, second) -> second);
        }

        public Stream awaitEvents(String... names) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(names()).containsExactly(names));
            return this;
        }

        public Stream awaitEnd() {
            await().atMost(LIMIT).until(this::hasEnded);
            return this;
        }

        public boolean hasEnded() {
            return ended.isDone();
        }

        public boolean wasCutOff() {
            return ended.isCompletedExceptionally();
        }

        public String body() {
            synchronized (text) {
                return text.toString();
            }
        }

        @Override
        public void close() {
            subscribed.join().cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscribed.complete(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            synchronized (text) {
                buffers.forEach(buffer -> text.append(StandardCharsets.UTF_8.decode(buffer)));
                int end = text.indexOf("\n\n");
                while (end >= 0 && status() == 200) {
                    blocks.add(block(text.substring(0, end)));
                    text.delete(0, end + 2);
                    end = text.indexOf("\n\n");
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            ended.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            ended.complete(null);
        }

        private static Block block(String lines) {
            return new Block(field("id", lines), field("event", lines), field("data", lines));
        }

        private static String field(String name, String lines) {
            return lines.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }
}
