package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Rejected.FieldError;
import dev.vto.catalog.domain.job.Offer;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.result.Image;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns what a user asks for into a spec that needs nothing more: photos, pictures and language are copied as they are
 * now. What the project's data cannot fulfil is refused with the products and slots that are missing.
 */
public final class SpecifyJob {

    /** Of one job, of whichever kind; one more tells that there are too many, and not how many. */
    private static final int MOST_PRODUCTS = LetterSpec.MAX_PRODUCTS;

    private final Offer offer;
    private final Products products;
    private final Results results;
    private final LetterLanguage language;

    public SpecifyJob(Offer offer, Products products, Results results, Users users) {
        this.offer = offer;
        this.products = products;
        this.results = results;
        this.language = new LetterLanguage(users);
    }

    public Uni<JobSpec> specify(UserId user, Project project, JobRequest request, long seed) {
        JobRequest.Wish wish = request.wish();
        offer.require(wish.kind());
        if (wish instanceof JobRequest.Pictures pictures) {
            offer.require(pictures.person());
            Optional.ofNullable(pictures.person().photo()).ifPresent(photo -> {
                PhotoOwner.require(photo, project.ownerId(), user);
                requireOneView(pictures);
            });
            return outfits(project, request.productId()).map(outfits -> pictures(pictures, outfits, seed));
        }
        if (wish instanceof JobRequest.Clip clip) {
            return sources(project, request.productId(), clip)
                    .map(sources -> new VideoSpec(
                            request.productId().orElse(null), sources, clip.seconds(), clip.aspect(), seed));
        }
        JobRequest.Words words = (JobRequest.Words) wish;
        return outfits(project, request.productId())
                .invoke(SpecifyJob::requireCountable)
                .onItem()
                .transformToUni(outfits -> language.of(user, words.language())
                        .map(language -> letter(project, withPhotos(outfits), words, language)));
    }

    private Uni<List<Outfit>> outfits(Project project, Optional<ProductId> productId) {
        Uni<List<Product>> found = productId
                .map(id -> product(project, id).map(List::of))
                .orElseGet(() -> products.listForJob(project.id(), MOST_PRODUCTS + 1));
        return found.map(list -> list.stream()
                .map(product -> new Outfit(product.id(), product.photos()))
                .toList());
    }

    private Uni<Product> product(Project project, ProductId id) {
        return products.find(id)
                .map(found -> found.filter(own -> own.projectId().equals(project.id()))
                        .orElseThrow(Product::unknown));
    }

    private static void requireOneView(JobRequest.Pictures wish) {
        if (wish.views().size() > 1) {
            throw Rejected.impossible(
                    "photo_shows_one_view",
                    "A photo of a person shows one side: ask for FRONT and for BACK in jobs of their own, each with a"
                            + " photo of that side.");
        }
    }

    private static JobSpec pictures(JobRequest.Pictures wish, List<Outfit> outfits, long seed) {
        if (outfits.isEmpty()) {
            throw Rejected.impossible("no_products", "This project has no products yet.");
        }
        long images = (long) outfits.size() * wish.views().size() * wish.count();
        if (images > ImageSpec.MAX_IMAGES) {
            throw Rejected.impossible(
                    "too_many_images",
                    "A job makes at most " + ImageSpec.MAX_IMAGES + " images; this one would make "
                            + (outfits.size() > MOST_PRODUCTS ? "more" : images) + ".");
        }
        List<FieldError> missing = new ArrayList<>();
        for (Outfit outfit : outfits) {
            for (View view : wish.views()) {
                if (outfit.worn(view).isEmpty()) {
                    missing.add(missingPhoto(outfit, view));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw Rejected.impossible("missing_photo", missing.get(0).message(), missing);
        }
        return new ImageSpec(outfits, wish.views(), wish.count(), seed, wish.person());
    }

    private static FieldError missingPhoto(Outfit outfit, View view) {
        String side = view == View.FRONT ? "Front" : "Back";
        return new FieldError(
                "views",
                "product %s has no photo for %s: it needs at least one of upper%s, bottom%s, onepiece%s, outer%s"
                        .formatted(outfit.productId(), view, side, side, side, side));
    }

    private static void requireCountable(List<Outfit> outfits) {
        if (outfits.size() > LetterSpec.MAX_PRODUCTS) {
            throw Rejected.impossible(
                    "too_many_products",
                    "A letter is about at most " + LetterSpec.MAX_PRODUCTS
                            + " products, and this project has more: name one as productId.");
        }
    }

    private static List<Outfit> withPhotos(List<Outfit> outfits) {
        List<Outfit> dressed =
                outfits.stream().filter(outfit -> !outfit.photos().isEmpty()).toList();
        if (dressed.isEmpty()) {
            throw Rejected.impossible(
                    "missing_photo", "A letter is written from photos, and there are none: fill a slot first.");
        }
        return dressed;
    }

    private static JobSpec letter(Project project, List<Outfit> outfits, JobRequest.Words words, String language) {
        return new LetterSpec(project.name().value(), outfits, words.tone(), language);
    }

    private Uni<List<VideoSpec.Source>> sources(Project project, Optional<ProductId> productId, JobRequest.Clip clip) {
        Uni<List<Image>> images =
                clip.imageIds().isEmpty() ? chosen(project, productId) : named(project, clip.imageIds());
        return productId
                .map(id -> product(project, id).chain(() -> images))
                .orElse(images)
                .map(found -> found.stream()
                        .map(image -> new VideoSpec.Source(
                                image.id(),
                                image.ref(),
                                image.view(),
                                image.picture().aiGenerated()))
                        .toList());
    }

    private Uni<List<Image>> named(Project project, List<ImageId> ids) {
        return results.imagesOf(project.id(), ids).invoke(found -> {
            if (found.size() < ids.size()) {
                List<ImageId> known = found.stream().map(Image::id).toList();
                List<FieldError> missing = ids.stream()
                        .filter(id -> !known.contains(id))
                        .map(id -> new FieldError("imageIds", id + " is no live image of this project"))
                        .toList();
                throw Rejected.impossible(
                        "unknown_image", "imageIds: " + missing.get(0).message() + ".", missing);
            }
        });
    }

    /** The selected images, else the newest; each side once at least where there is one. */
    private Uni<List<Image>> chosen(Project project, Optional<ProductId> productId) {
        return page(project, productId, Optional.of(true))
                .onItem()
                .transformToUni(selected -> selected.isEmpty()
                        ? page(project, productId, Optional.empty()).map(SpecifyJob::newestOfEachView)
                        : Uni.createFrom().item(selected))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Rejected.impossible(
                                "missing_image",
                                "A video is made of images, and there are none: run an IMAGE job first.");
                    }
                });
    }

    private Uni<List<Image>> page(Project project, Optional<ProductId> productId, Optional<Boolean> selected) {
        // As its owner: whoever asks was found to be an editor.
        Results.Filter filter =
                new Results.Filter(project.id(), project.ownerId(), productId, Optional.empty(), selected);
        return results.images(filter, new Page.Request(VideoSpec.MAX_IMAGES, Optional.empty()))
                .map(Page::items);
    }

    private static List<Image> newestOfEachView(List<Image> newest) {
        List<Image> chosen = new ArrayList<>();
        for (View view : View.values()) {
            newest.stream().filter(image -> image.view() == view).findFirst().ifPresent(chosen::add);
        }
        return chosen.isEmpty() ? newest.stream().limit(1).toList() : chosen;
    }
}
