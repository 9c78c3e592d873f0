package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.CreateProduct;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Products. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ProductResource {

    private static final String[] SLOTS =
            Arrays.stream(PhotoSlot.values()).map(PhotoSlot::wireName).toArray(String[]::new);

    private final CreateProduct createProduct;
    private final Products products;
    private final Access access;
    private final MediaUrls urls;
    private final Caller caller;

    ProductResource(CreateProduct createProduct, Products products, Access access, MediaUrls urls, Caller caller) {
        this.createProduct = createProduct;
        this.products = products;
        this.access = access;
        this.urls = urls;
        this.caller = caller;
    }

    record View(
            UUID id,
            UUID projectId,
            Map<String, String> images,
            @Nullable UUID imageId,
            @Nullable UUID videoId,
            @Nullable UUID letterId,
            Instant createdAt,
            Instant updatedAt) {

        static View of(Product product, MediaUrls urls) {
            Map<String, String> images = new LinkedHashMap<>();
            product.photos().forEach((slot, photo) -> images.put(slot.wireName(), urls.urlOf(photo)));
            return new View(
                    product.id().value(),
                    product.projectId().value(),
                    images,
                    Optional.ofNullable(product.imageId()).map(ImageId::value).orElse(null),
                    Optional.ofNullable(product.videoId()).map(VideoId::value).orElse(null),
                    Optional.ofNullable(product.letterId()).map(LetterId::value).orElse(null),
                    product.createdAt(),
                    product.updatedAt());
        }
    }

    @POST
    @Path("/projects/{id}/products")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a product to a project, with or without photos")
    public Uni<Response> create(@PathParam("id") String id, String body) {
        JsonBody json = JsonBody.parse(body, "images");
        Map<PhotoSlot, PhotoRef> photos = new EnumMap<>(PhotoSlot.class);
        json.object("images", SLOTS).ifPresent(images -> images.texts(PhotoUrl.MAX_LENGTH)
                .forEach((field, url) -> PhotoSlot.ofWireName(field).ifPresent(slot -> PhotoUrl.read(url, urls)
                        .ifPresentOrElse(
                                photo -> photos.put(slot, photo), () -> images.error(field, PhotoUrl.ALLOWED)))));
        json.done();
        return createProduct
                .create(caller.id(), Ids.of("id", id, ProjectId::new), photos)
                .map(made -> Answers.created("/v1/products/" + made.id(), View.of(made, urls), made.version()));
    }

    @GET
    @Path("/projects/{id}/products")
    @Operation(summary = "The products of a project, newest first")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Paging paging) {
        return access.project(Ids.of("id", id, ProjectId::new), caller.id(), Role.VIEWER)
                .onItem()
                .transformToUni(project -> products.list(project.id(), paging.request()))
                .map(page -> Answers.ok(Paging.answer(page, product -> View.of(product, urls))));
    }

    @GET
    @Path("/products/{id}")
    @Operation(summary = "One product")
    public Uni<Response> get(@PathParam("id") String id) {
        return access.product(Ids.of("id", id, ProductId::new), caller.id(), Role.VIEWER)
                .map(product -> Answers.one(View.of(product, urls), product.version()));
    }
}
