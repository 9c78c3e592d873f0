package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.CLOCK;
import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WriteLetterTest {

    private static final UUID ID = anId();
    private static final Letter.Text TEXT =
            new Letter.Text("Spring", "A coat.", List.of("Light", "Warm", "Soft", "Washable"));

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final Access access = new Access(catalog.collections(), catalog.projects(), catalog.products());
    private final WriteLetter writeLetter =
            new WriteLetter(access, catalog.letters(), catalog.users(), () -> ID, CLOCK);
    private final EditLetter editLetter = new EditLetter(
            catalog.letters(),
            new ResultAccess<>("letter", catalog.letters(), access, new Retention(Duration.ofDays(30)), CLOCK));
    private final Project project = catalog.givenAProject();

    @Test
    void writesInTheWritersOwnLanguage() {
        Letter letter = write(catalog.givenA(Role.EDITOR, project), null);

        assertThat(letter).isEqualTo(Letter.written(new LetterId(ID), project.id(), null, "en", TEXT, NOW));
        assertThat(letter.aiGenerated()).isFalse();
        assertThat(letter.generated()).isNull();
        assertThat(catalog.await(catalog.results().letter(letter.id()))).contains(letter);
    }

    @Test
    void writesInTheLanguageAskedFor() {
        assertThat(write(project.ownerId(), "ko").language()).isEqualTo("ko");
    }

    @Test
    void isNotAViewersOrAStrangers() {
        UserId viewer = catalog.givenA(Role.VIEWER, project);
        Letter made = catalog.given(aResult().in(project).letter());

        assertRejected(() -> write(viewer, null)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> edit(viewer, made, TEXT)).as(Rejected.Reason.FORBIDDEN, "forbidden");
        assertRejected(() -> write(aUserId(), null)).isNotFound("project");
        assertRejected(() -> edit(aUserId(), made, TEXT)).isNotFound("letter");
    }

    @Test
    void editsWholeLettersOnly() {
        Letter made = catalog.given(aResult().in(project).letter());

        assertRejected(() -> edit(project.ownerId(), made, TEXT.withBulletPoints(List.of("Light"))))
                .as(Rejected.Reason.INVALID, "invalid_request")
                .names("bulletPoints");
        assertThat(edit(project.ownerId(), made, TEXT).text()).isEqualTo(TEXT);
    }

    private Letter write(UserId user, String language) {
        return catalog.await(writeLetter.write(user, project.id(), new WriteLetter.Draft(null, language, TEXT)));
    }

    private Letter edit(UserId user, Letter letter, Letter.Text text) {
        return catalog.await(editLetter.edit(user, letter.id(), Precondition.NONE, before -> text));
    }
}
