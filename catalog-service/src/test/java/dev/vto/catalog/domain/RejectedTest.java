package dev.vto.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.domain.Rejected.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectedTest {

    @Test
    void namesTheFieldThatIsInvalid() {
        Rejected rejected = Rejected.invalid("count", "is an integer from 1 to 8");

        assertThat(rejected.reason()).isEqualTo(Rejected.Reason.INVALID);
        assertThat(rejected).hasMessage("count: is an integer from 1 to 8");
        assertThat(rejected.errors()).containsExactly(new FieldError("count", "is an integer from 1 to 8"));
    }

    @Test
    void tellsConflictsByTheirCode() {
        Rejected rejected = Rejected.conflict("job_ended", "This job has ended.");

        assertThat(rejected.reason()).isEqualTo(Rejected.Reason.CONFLICT);
        assertThat(rejected.code()).isEqualTo("job_ended");
        assertThat(rejected.errors()).isEmpty();
    }

    @Test
    void keepsItsErrorsToItself() {
        List<FieldError> errors = new ArrayList<>(List.of(new FieldError("a", "is a text")));
        Rejected rejected = Rejected.impossible("code", "message", errors);

        errors.clear();

        assertThat(rejected.errors()).hasSize(1);
        assertThatThrownBy(() -> rejected.errors().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void carriesNoStackTraceSinceItIsNoDefect() {
        assertThat(Rejected.notFound("job").getStackTrace()).isEmpty();
    }
}
