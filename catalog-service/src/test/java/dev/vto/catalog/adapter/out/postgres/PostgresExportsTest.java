package dev.vto.catalog.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.port.Exports;
import dev.vto.catalog.application.port.Exports.Entry;
import dev.vto.catalog.application.port.Exports.Section;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresExportsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Exports exports;

    @Inject
    Seeds seeds;

    private UUID user;
    private UUID project;
    private Seeds.Outfit outfit;

    @BeforeEach
    void seed() {
        user = seeds.user();
        project = seeds.project(user, seeds.collection(user));
        outfit = seeds.outfit(user, project);
    }

    @Test
    void holdsARowOfEveryKindAndNothingOfOthers() {
        UUID stranger = seeds.user();
        seeds.outfit(stranger, seeds.project(stranger, seeds.collection(stranger)));
        seeds.execute(
                "INSERT INTO refresh_token (token_hash, family_id, user_id, expires_at) VALUES (?, ?, ?, now())",
                "hash-" + user,
                user,
                user);

        Map<Section, List<JsonObject>> bySection = read().stream()
                .collect(Collectors.groupingBy(
                        Entry::section,
                        Collectors.mapping(entry -> new JsonObject(entry.json()), Collectors.toList())));

        assertThat(bySection)
                .containsOnlyKeys(
                        Section.USER,
                        Section.SESSIONS,
                        Section.COLLECTIONS,
                        Section.PROJECTS,
                        Section.PRODUCTS,
                        Section.IMAGES,
                        Section.VIDEOS,
                        Section.LETTERS,
                        Section.JOBS,
                        Section.ATTEMPTS);
        assertThat(bySection.values()).allSatisfy(entries -> assertThat(entries).hasSize(1));
        assertThat(id(bySection, Section.USER)).isEqualTo(user.toString());
        assertThat(id(bySection, Section.PRODUCTS)).isEqualTo(outfit.product().toString());
        assertThat(id(bySection, Section.IMAGES)).isEqualTo(outfit.image().toString());
        assertThat(id(bySection, Section.VIDEOS)).isEqualTo(outfit.video().toString());
        assertThat(id(bySection, Section.LETTERS)).isEqualTo(outfit.letter().toString());
        assertThat(id(bySection, Section.JOBS)).isEqualTo(outfit.job().toString());
        assertThat(bySection.get(Section.USER).get(0).getString("createdAt")).endsWith("+00:00");
        assertThat(bySection.toString()).doesNotContain("hash-");
    }

    @Test
    void readsNoFasterThanItIsTaken() {
        seeds.execute(
                """
                INSERT INTO generate_img (id, user_id, project_id, product_id)
                SELECT gen_random_uuid(), ?, ?, ? FROM generate_series(1, 1000)
                """,
                user,
                project,
                outfit.product());
        AssertSubscriber<Entry> reader =
                exports.of(new UserId(user)).subscribe().withSubscriber(AssertSubscriber.create(3));

        reader.awaitItems(3, LIMIT);
        assertThat(reader.getItems()).hasSize(3);
        assertThat(openExports()).isEqualTo("1");
        reader.cancel();
        Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(openExports())
                .isEqualTo("0"));
    }

    /** More readers that go away than there are connections. */
    @Test
    void givesTheConnectionBackWhenTheReaderGoesAway() {
        for (int i = 0; i < 60; i++) {
            AssertSubscriber<Entry> reader =
                    exports.of(new UserId(user)).subscribe().withSubscriber(AssertSubscriber.create(2));
            reader.awaitItems(2, LIMIT);
            reader.cancel();
        }

        assertThat(read()).hasSize(9);
    }

    private String openExports() {
        return seeds.text("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'"
                + " AND application_name = 'catalog-service'");
    }

    private List<Entry> read() {
        return exports.of(new UserId(user)).collect().asList().await().atMost(LIMIT);
    }

    private static String id(Map<Section, List<JsonObject>> bySection, Section section) {
        return bySection.get(section).get(0).getString("id");
    }
}
