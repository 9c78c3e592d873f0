package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.port.Shares.Outcome;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Project.Share;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.project.SharedWith;
import dev.vto.shared.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Shares} does. */
public abstract class SharesContract {

    private static final int MOST = 20;

    private Project project;

    protected abstract Catalog catalog();

    @BeforeEach
    void addAProject() {
        project = catalog().givenAProject();
    }

    @Test
    void sharesInTheOrderOfComing() {
        UserId first = user();
        UserId second = user();

        assertThat(share(first, Role.VIEWER, MOST)).isEqualTo(Outcome.ADDED);
        assertThat(share(second, Role.EDITOR, MOST)).isEqualTo(Outcome.ADDED);

        assertThat(inProject()).containsExactly(new Share(first, Role.VIEWER), new Share(second, Role.EDITOR));
        assertThat(catalog().await(shares().list(project.id())))
                .containsExactly(
                        new SharedWith(first, "Jiwoo", Role.VIEWER), new SharedWith(second, "Jiwoo", Role.EDITOR));
    }

    @Test
    void sharesAgainWithTheNewRoleInTheOldPlace() {
        UserId first = user();
        UserId second = user();
        share(first, Role.VIEWER, MOST);
        share(second, Role.VIEWER, MOST);

        assertThat(share(first, Role.EDITOR, MOST)).isEqualTo(Outcome.CHANGED);

        assertThat(inProject()).containsExactly(new Share(first, Role.EDITOR), new Share(second, Role.VIEWER));
    }

    @Test
    void sharesWithNoMoreThanMay() {
        UserId guest = user();
        share(guest, Role.VIEWER, 1);

        assertThat(share(user(), Role.VIEWER, 1)).isEqualTo(Outcome.FULL);
        assertThat(share(guest, Role.EDITOR, 1)).isEqualTo(Outcome.CHANGED);
        assertThat(inProject()).containsExactly(new Share(guest, Role.EDITOR));
    }

    @Test
    void changesTheRoleOfWhomItIsSharedWith() {
        UserId guest = user();
        share(guest, Role.VIEWER, MOST);

        assertThat(catalog().await(shares().change(project.id(), guest, Role.EDITOR)))
                .contains(new Share(guest, Role.EDITOR));
        assertThat(catalog().await(shares().change(project.id(), aUserId(), Role.EDITOR)))
                .isEmpty();
        assertThat(inProject()).containsExactly(new Share(guest, Role.EDITOR));
    }

    @Test
    void endsAShareOnce() {
        UserId guest = user();
        share(guest, Role.EDITOR, MOST);

        assertThat(catalog().await(shares().end(project.id(), guest))).contains(new Share(guest, Role.EDITOR));
        assertThat(catalog().await(shares().end(project.id(), guest))).isEmpty();
        assertThat(inProject()).isEmpty();
    }

    @Test
    void countsAsAnEditOfTheProject() {
        UserId guest = user();

        share(guest, Role.EDITOR, MOST);
        catalog().await(shares().end(project.id(), guest));

        assertThat(catalog()
                        .await(catalog().projects().find(project.id()))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void listsNoDeletedUser() {
        UserId guest = user();
        share(guest, Role.EDITOR, MOST);
        catalog().delete(guest);

        assertThat(catalog().await(shares().list(project.id()))).isEmpty();
    }

    @Test
    void losesNothingWhereChangesMeet() throws Exception {
        List<UserId> leaving = Stream.generate(this::user).limit(5).toList();
        List<UserId> coming = Stream.generate(this::user).limit(MOST + 3).toList();
        leaving.forEach(guest -> share(guest, Role.VIEWER, MOST));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> ends = leaving.stream()
                    .<Future<?>>map(guest -> threads.submit(() -> catalog().await(shares().end(project.id(), guest))))
                    .toList();
            List<Future<Outcome>> outcomes = coming.stream()
                    .map(guest -> threads.submit(() -> share(guest, Role.EDITOR, MOST + leaving.size())))
                    .toList();
            for (Future<?> end : ends) {
                end.get();
            }
            List<UserId> added = new ArrayList<>();
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i).get() == Outcome.ADDED) {
                    added.add(coming.get(i));
                }
            }

            assertThat(added).hasSizeGreaterThanOrEqualTo(MOST);
            assertThat(inProject()).extracting(Share::userId).containsExactlyInAnyOrderElementsOf(added);
        } finally {
            threads.shutdownNow();
        }
    }

    private UserId user() {
        return catalog().given(aUser()).id();
    }

    private Outcome share(UserId user, Role role, int most) {
        return catalog().await(shares().share(project.id(), user, role, most));
    }

    private List<Share> inProject() {
        return catalog()
                .await(catalog().projects().find(project.id()))
                .orElseThrow()
                .shares();
    }

    private Shares shares() {
        return catalog().shares();
    }
}
