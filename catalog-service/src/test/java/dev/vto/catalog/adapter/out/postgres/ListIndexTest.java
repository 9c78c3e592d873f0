package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.application.port.Trash;
import dev.vto.catalog.domain.job.EventScope;
import dev.vto.catalog.domain.job.Job;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the adapters really send, planned over a million rows in each table. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value = "lists"))
@TestProfile(ListIndexTest.OneConnection.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListIndexTest {

    /** What one connection has prepared can be read on that connection; nothing but the lists reads the big tables. */
    public static final class OneConnection implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vto.backlog-interval",
                    "PT1H",
                    "quarkus.datasource.reactive.max-size",
                    "1",
                    "quarkus.datasource.reactive.additional-properties.statement_timeout",
                    "60000");
        }
    }

    /** The server plans a statement anew five times before it may settle for one plan for all parameters. */
    private static final int RUNS = 7;

    /** Of the rows that a list reads, most are on its page of 20; filters and rows that are deleted cost some. */
    private static final long MOST_READ = 5_000;

    private static final UUID FIRST = MillionRows.id(0);
    private static final Jobs.Filter FAILED = new Jobs.Filter(Set.of(JobStatus.FAILED), Set.of(JobKind.LETTER));
    private static final String SHARED = "projects shared with many by ix_projects_shared";
    private static final String FEW_SHARED = "projects shared with few by ix_projects_shared";

    /** An index on a list within a row gives no order: all that is shared with one guest is sorted. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            SHARED, List.of("Sort by [\"shared.id DESC\"]"), FEW_SHARED, List.of("Sort by [\"shared.id DESC\"]"));

    private static final long KNOWN_POSITION = 300_000;
    private static final long LAST_POSITION = 999_999;
    private static final Page.Request PAGE = new Page.Request(20, Optional.of(MillionRows.id(900_000)));

    @Inject
    MillionRows rows;

    @Inject
    PostgresCatalog catalog;

    @Inject
    Trash trash;

    @Inject
    SentEvents events;

    @Inject
    SentStatements sent;

    @BeforeAll
    void fill() {
        rows.fill();
    }

    @AfterAll
    void empty() {
        rows.empty();
    }

    @Test
    void readsNoMoreThanAnIndexLeadsTo() {
        SoftAssertions softly = new SoftAssertions();
        lists().forEach((name, list) -> {
            long before = sent.rowsRead();
            List<Plan> plans = sent.during(() -> IntStream.range(0, RUNS).forEach(run -> catalog.await(list.get())));
            long read = (sent.rowsRead() - before) / RUNS;

            softly.assertThat(read).as(name + ": rows read").isLessThan(MOST_READ);
            softly.assertThat(plans.stream().flatMap(plan -> plan.indexes().stream()))
                    .as(name + ": indexes")
                    .contains(indexOf(name));
            softly.assertThat(plans.stream().flatMap(plan -> plan.faults().stream()))
                    .as(name + ": faults")
                    .isSubsetOf(KNOWN.getOrDefault(name, List.of()));
        });
        softly.assertAll();
    }

    private static String indexOf(String list) {
        return list.substring(list.indexOf(" by ") + 4);
    }

    /** Each list by what it is called and the index that is to answer it. */
    private Map<String, Supplier<Uni<?>>> lists() {
        Instant since = Instant.EPOCH;
        UserId user = new UserId(FIRST);
        UserId fewShares = new UserId(MillionRows.id(107));
        CollectionId collection = new CollectionId(FIRST);
        ProjectId project = new ProjectId(FIRST);
        ProjectId small = new ProjectId(MillionRows.id(501_007));
        Map<String, Supplier<Uni<?>>> lists = new LinkedHashMap<>();
        lists.put("collections by ix_collections_user", () -> catalog.collections()
                .list(user, PAGE));
        lists.put("deleted collections by ix_collections_user_deleted", () -> trash.collections(user, since, PAGE));
        lists.put("projects by ix_projects_user", () -> catalog.projects().listOfOwner(user, PAGE));
        lists.put("projects of a collection by ix_projects_collection", () -> catalog.projects()
                .listOfCollection(collection, PAGE));
        lists.put(SHARED, () -> catalog.projects().listOfGuest(user, PAGE));
        lists.put(FEW_SHARED, () -> catalog.projects().listOfGuest(fewShares, PAGE));
        lists.put("deleted projects by ix_projects_user_deleted", () -> trash.projectsOfOwner(user, since, PAGE));
        lists.put(
                "deleted projects of a collection by ix_projects_collection_deleted",
                () -> trash.projectsOfCollection(collection, since, PAGE));
        lists.put("products by ix_products_project", () -> catalog.products().list(project, PAGE));
        lists.put("deleted products by ix_products_project_deleted", () -> trash.products(project, since, PAGE));
        lists.put("letters by ix_marketing_letter_project", () -> catalog.results()
                .letters(project, PAGE));
        lists.put("deleted letters by ix_marketing_letter_project_deleted", () -> catalog.letters()
                .listDeleted(project, since, PAGE));
        filters(project, user).forEach((by, filter) -> {
            lists.put("images" + by.formatted("generate_img"), () -> catalog.results()
                    .images(filter, PAGE));
            lists.put("videos" + by.formatted("generate_video"), () -> catalog.results()
                    .videos(filter, PAGE));
        });
        lists.put("deleted images by ix_generate_img_project_deleted", () -> catalog.images()
                .listDeleted(project, since, PAGE));
        lists.put("deleted videos by ix_generate_video_project_deleted", () -> catalog.videos()
                .listDeleted(project, since, PAGE));
        lists.put("jobs of a project by ix_vto_job_project", () -> catalog.jobs()
                .listOfProject(project, Jobs.Filter.NONE, PAGE));
        lists.put("failed jobs of a project by ix_vto_job_project", () -> catalog.jobs()
                .listOfProject(project, FAILED, PAGE));
        for (String index : List.of("ix_vto_job_user_newest", "ix_vto_job_submitter")) {
            lists.put("jobs by " + index, () -> jobs(Optional.empty(), Jobs.Filter.NONE));
            lists.put("failed jobs by " + index, () -> jobs(Optional.empty(), FAILED));
        }
        streams(user).forEach(lists::put);
        lists.put("jobs in a small project by ix_vto_job_project", () -> jobs(Optional.of(small), Jobs.Filter.NONE));
        lists.put("failed jobs in a project by ix_vto_job_project", () -> jobs(Optional.of(project), FAILED));
        return lists;
    }

    /** What streams are read from, beginning in the middle of a long history. */
    private Map<String, Supplier<Uni<?>>> streams(UserId user) {
        EventScope job = new EventScope.OfJob(new JobId(FIRST));
        EventScope jobs = new EventScope.OfUser(user);
        return Map.of(
                "what is kept by ix_outbox_event_position",
                events::kept,
                "events of all by ix_outbox_event_position",
                () -> events.after(KNOWN_POSITION, 500),
                "events of a job by ix_outbox_event_aggregate",
                () -> events.of(job, KNOWN_POSITION, LAST_POSITION, 100),
                "events of a user's projects by ix_outbox_event_owner",
                () -> events.of(jobs, KNOWN_POSITION, LAST_POSITION, 100),
                "events of what a user submitted by ix_outbox_event_guest",
                () -> events.of(jobs, KNOWN_POSITION, LAST_POSITION, 100),
                "whether there is more of a job by ix_outbox_event_aggregate",
                () -> events.moreOf(new JobId(FIRST), KNOWN_POSITION));
    }

    private Uni<Page<Job>> jobs(Optional<ProjectId> project, Jobs.Filter filter) {
        return catalog.jobs().listOfUser(new UserId(FIRST), project, filter, PAGE);
    }

    /** By what follows the name of what is listed. */
    private static Map<String, Results.Filter> filters(ProjectId project, UserId user) {
        Optional<ProductId> product = Optional.of(new ProductId(FIRST));
        Optional<JobId> job = Optional.of(new JobId(FIRST));
        Optional<Boolean> selected = Optional.of(true);
        return Map.of(
                " by ix_%s_project",
                        new Results.Filter(project, user, Optional.empty(), Optional.empty(), Optional.empty()),
                " of a product by ix_%s_product",
                        new Results.Filter(project, user, product, Optional.empty(), Optional.empty()),
                " of a job by ix_%s_job", new Results.Filter(project, user, Optional.empty(), job, Optional.empty()),
                " that are selected by ix_%s_project_selected",
                        new Results.Filter(project, user, Optional.empty(), Optional.empty(), selected),
                " that are not selected by ix_%s_project",
                        new Results.Filter(project, user, Optional.empty(), Optional.empty(), Optional.of(false)),
                " of a product that are selected by ix_%s_project_selected",
                        new Results.Filter(project, user, product, Optional.empty(), selected),
                " of a product and a job by ix_%s_job",
                        new Results.Filter(project, user, product, job, Optional.empty()));
    }
}
