package dev.vto.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A seller's first hour in a minute: photos in; pictures, a video and a letter out, for each look. */
public final class Demo {

    private static final String USER = "demo@example.com";

    private final List<Look> looks;

    private Demo(List<Look> looks) {
        this.looks = List.copyOf(looks);
    }

    /**
     * Chooses the photos.
     *
     * @param photos a folder of photos named by slot, or null for those that are shipped
     * @throws DemoFailure if the photos will not do
     */
    public static Demo with(@Nullable Path photos, Terminal terminal) {
        return new Demo(Look.of(
                photos == null
                        ? SlotPhotos.shipped(Demo.class.getClassLoader())
                        : SlotPhotos.in(photos, terminal::say)));
    }

    /**
     * Runs on a stack that is ready.
     *
     * @param url of the catalog, without a path
     * @param media the folder of stored files
     * @param outage tells why no job can go on, if so
     * @throws DemoFailure if something that was asked for is not there
     */
    public void run(URI url, Path media, Terminal terminal, StopSignal stop, Supplier<Optional<String>> outage)
            throws InterruptedException {
        CatalogClient catalog = new CatalogClient(url, USER);
        JobWatch watch = new JobWatch(catalog, terminal, stop, outage);
        Results results = new Results(catalog, media);
        String project = project(catalog);
        List<Product> products = new ArrayList<>();
        for (Look look : looks) {
            terminal.say(look.name() + ": uploading " + names(look));
            products.add(upload(catalog, project, look));
        }
        List<String> report = new ArrayList<>();
        for (Product product : products) {
            report.add(product.look().name());
            for (String line : make(product, catalog, watch, results)) {
                report.add("  " + line);
            }
        }
        report.forEach(terminal::say);
    }

    private static String project(CatalogClient catalog) throws InterruptedException {
        String collection = id(catalog.post("/v1/collections", Map.of("name", "Demo collection")));
        return id(catalog.post("/v1/collections/" + collection + "/projects", Map.of("name", "Demo project")));
    }

    private static List<String> make(Product product, CatalogClient catalog, JobWatch watch, Results results)
            throws InterruptedException {
        String jobs = "/v1/projects/" + product.project() + "/vto-jobs";
        String name = product.look().name();
        List<View> views = product.look().views();
        Map<String, Object> pictures = Map.of("kind", "IMAGE", "productId", product.id(), "views", views);
        List<String> lines = new ArrayList<>(results.images(
                watch.awaitSuccess(id(catalog.post(jobs, pictures)), name + ", pictures"), views.size()));
        String video = id(catalog.post(jobs, Map.of("kind", "VIDEO", "productId", product.id())));
        String letter = id(catalog.post(jobs, Map.of("kind", "LETTER", "productId", product.id())));
        lines.addAll(results.video(watch.awaitSuccess(video, name + ", video")));
        lines.addAll(results.letter(watch.awaitSuccess(letter, name + ", letter")));
        return lines;
    }

    /** A look that the catalog knows. */
    private record Product(String project, String id, Look look) {}

    private static Product upload(CatalogClient catalog, String project, Look look) throws InterruptedException {
        String product = id(catalog.post("/v1/projects/" + project + "/products", Map.of()));
        for (Map.Entry<PhotoSlot, Photo> photo : look.photos().entrySet()) {
            put(catalog, product, photo.getKey(), photo.getValue());
        }
        return new Product(project, product, look);
    }

    private static void put(CatalogClient catalog, String product, PhotoSlot slot, Photo photo)
            throws InterruptedException {
        try {
            catalog.put("/v1/products/" + product + "/images/" + slot.wireName(), photo.bytes());
        } catch (DemoFailure e) {
            throw new DemoFailure("the photo " + photo.name() + " was not taken: " + e.getMessage(), e);
        }
    }

    private static String names(Look look) {
        return String.join(
                ", ", look.photos().values().stream().map(Photo::name).toList());
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
