package dev.vto.shared.adapter.media;

import io.minio.MinioAsyncClient;
import io.minio.http.HttpUtils;
import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Connections to a store, bounded in number and in time. */
final class S3Client {

    private static final int MOST_REQUESTS = 64;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A store puts the parts of a video together, or copies one, before it answers. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** Of a request with its body, as the part of a large file or the whole of a video. */
    private static final Duration WHOLE = Duration.ofMinutes(10);

    private S3Client() {}

    /** @throws IllegalArgumentException if the endpoint is none */
    static MinioAsyncClient of(MediaSettings.S3 settings, String accessKey, String secretKey) {
        try {
            MinioAsyncClient client = MinioAsyncClient.builder()
                    .endpoint(settings.endpoint())
                    .region(settings.region())
                    .credentials(accessKey, secretKey)
                    .httpClient(connections(), true)
                    .build();
            settings.pathStyle().ifPresent(inPath -> {
                if (inPath) {
                    client.disableVirtualStyleEndpoint();
                } else {
                    client.enableVirtualStyleEndpoint();
                }
            });
            return client;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "vto.s3.endpoint is http or https with host and port, and vto.s3.region a region: "
                            + e.getMessage(),
                    e);
        }
    }

    /** The client's own, which take the operator's certificates as well, with bounds. */
    private static OkHttpClient connections() {
        Dispatcher requests = new Dispatcher();
        requests.setMaxRequests(MOST_REQUESTS);
        requests.setMaxRequestsPerHost(MOST_REQUESTS);
        return HttpUtils.newDefaultHttpClient(CONNECT.toMillis(), SILENCE.toMillis(), SILENCE.toMillis())
                .newBuilder()
                .dispatcher(requests)
                .callTimeout(WHOLE)
                .build();
    }
}
