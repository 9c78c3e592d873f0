package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.local.monitoring.Monitoring;
import dev.vto.local.monitoring.PromQl;
import dev.vto.local.monitoring.Scrape;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The services, once they have run a job, show whatever the dashboards and the alerts ask for. */
@ExtendWith(RunningStack.class)
class MetricsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void answerEveryQuestionOfDashboardsAndAlerts(StackFile stack) throws Exception {
        Seller.signedIn(stack, "metrics@example.com").letter();
        Map<String, PromQl> questions = Monitoring.questions();
        assertThat(questions).hasSizeGreaterThan(30).allSatisfy((who, question) -> assertThat(question.metrics())
                .isNotEmpty());

        await().atMost(LIMIT).untilAsserted(() -> {
            Scrape scrape = Scrape.of(pages(stack));
            assertThat(questions).allSatisfy((who, question) -> assertThat(scrape.missing(question))
                    .isEmpty());
        });
    }

    private List<String> pages(StackFile stack) throws Exception {
        List<String> pages = new ArrayList<>();
        for (String service : Stream.concat(
                        Stream.of(stack.managementUrl()),
                        stack.workers().stream().map(StackFile.Worker::managementUrl))
                .toList()) {
            HttpRequest scrape =
                    HttpRequest.newBuilder(URI.create(service + "/q/metrics")).build();
            pages.add(http.send(scrape, HttpResponse.BodyHandlers.ofString()).body());
        }
        return pages;
    }
}
