package dev.vto.local;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes traces by OTLP over HTTP, as a collector does that wants a key. */
final class TraceReceiver implements AutoCloseable {

    static final String KEY_HEADER = "x-collector-key";
    static final String KEY = "key-of-the-collector";

    private final HttpServer server;
    private final List<Received> spans = new CopyOnWriteArrayList<>();

    /** A span, and what its service says of itself. */
    record Received(Span span, Map<String, String> resource) {

        String trace() {
            return hex(span.getTraceId());
        }

        String id() {
            return hex(span.getSpanId());
        }

        String parent() {
            return hex(span.getParentSpanId());
        }

        String service() {
            return resource.get("service.name");
        }

        Map<String, String> attributes() {
            return text(span.getAttributesList());
        }

        private static String hex(ByteString bytes) {
            return HexFormat.of().formatHex(bytes.toByteArray());
        }
    }

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    static TraceReceiver start() {
        try {
            TraceReceiver receiver = new TraceReceiver(HttpServer.create(new InetSocketAddress(Port.HOST, 0), 0));
            receiver.server.createContext("/v1/traces", receiver::take);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://" + Port.HOST + ":" + server.getAddress().getPort();
    }

    /** All that came so far. */
    List<Received> spans() {
        return List.copyOf(spans);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = KEY.equals(exchange.getRequestHeaders().getFirst(KEY_HEADER));
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (known) {
                for (ResourceSpans of :
                        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
                    Map<String, String> resource = text(of.getResource().getAttributesList());
                    of.getScopeSpansList().stream()
                            .flatMap(scope -> scope.getSpansList().stream())
                            .forEach(span -> spans.add(new Received(span, resource)));
                }
            }
            exchange.sendResponseHeaders(known ? 200 : 401, -1);
        }
    }

    private static Map<String, String> text(List<KeyValue> attributes) {
        Map<String, String> text = new HashMap<>();
        for (KeyValue attribute : attributes) {
            text.put(
                    attribute.getKey(),
                    attribute.getValue().hasIntValue()
                            ? Long.toString(attribute.getValue().getIntValue())
                            : attribute.getValue().getStringValue());
        }
        return text;
    }
}
