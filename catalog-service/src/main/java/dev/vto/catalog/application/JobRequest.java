package dev.vto.catalog.application;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks to have made, within the contract's bounds, before the project's data are looked at.
 *
 * @param productId empty: every product of the project
 * @param seed null: a random one is chosen
 */
public record JobRequest(
        Optional<ProductId> productId,
        Wish wish,
        @Nullable Long seed,
        int priority,
        @Nullable String usedPointType,
        int usedAmount) {

    public static final int DEFAULT_PRIORITY = 5;

    /** What is to be made. */
    public sealed interface Wish permits Pictures, Clip, Words {

        JobKind kind();
    }

    /** Try-on pictures. */
    public record Pictures(List<View> views, int count, Person person) implements Wish {

        @Override
        public JobKind kind() {
            return JobKind.IMAGE;
        }
    }

    /** A video; without ids, of the pictures that the product has. */
    public record Clip(List<ImageId> imageIds, int seconds, Aspect aspect) implements Wish {

        @Override
        public JobKind kind() {
            return JobKind.VIDEO;
        }
    }

    /** A letter; without a language, in the user's own. */
    public record Words(Tone tone, @Nullable String language) implements Wish {

        @Override
        public JobKind kind() {
            return JobKind.LETTER;
        }
    }
}
