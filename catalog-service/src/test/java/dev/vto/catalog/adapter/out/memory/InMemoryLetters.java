package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Letters;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Letters in maps. */
final class InMemoryLetters extends InMemoryRestorable<LetterId, Letter> implements Letters {

    private final InMemoryResults results;

    InMemoryLetters(InMemoryResults results) {
        super(
                results,
                LetterId::value,
                letter -> new Place(letter.id().value(), letter.projectId(), letter.productId(), letter.version()));
        this.results = results;
    }

    @Override
    public Uni<Void> add(Letter letter, UserId owner) {
        return Uni.createFrom().voidItem().invoke(() -> {
            results.requireProject(letter.projectId());
            if (!results.isIn(letter.productId(), letter.projectId())) {
                throw Product.unknown();
            }
            live.add(letter);
            results.makeCurrent(letter, true);
            recount(letter);
        });
    }

    @Override
    public Uni<Optional<Letter>> edit(LetterId id, Precondition precondition, UnaryOperator<Letter.Text> change) {
        return changeLive(id, precondition, letter -> with(letter, change.apply(letter.text()), results.now()));
    }

    @Override
    Letter edited(Letter letter, Instant now) {
        return with(letter, letter.text(), now);
    }

    @Override
    void restored(Letter letter) {
        results.makeCurrent(letter, false);
    }

    private static Letter with(Letter letter, Letter.Text text, Instant now) {
        return new Letter(
                letter.id(),
                letter.projectId(),
                letter.productId(),
                letter.jobId(),
                letter.language(),
                text,
                letter.generated(),
                letter.provider(),
                letter.model(),
                letter.aiGenerated(),
                letter.version() + 1,
                letter.createdAt(),
                now);
    }
}
