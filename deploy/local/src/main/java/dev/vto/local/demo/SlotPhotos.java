package dev.vto.local.demo;

import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The photos of the demo, by slot: those that are shipped, or the files of a folder, each named by its slot. */
final class SlotPhotos {

    private static final Set<String> TAKEN = Set.of("jpg", "jpeg", "png", "webp");
    private static final Set<String> OTHER_PICTURES =
            Set.of("avif", "bmp", "gif", "heic", "heif", "jfif", "jpe", "svg", "tif", "tiff");
    private static final String NAMING =
            "photos are named by slot (" + PhotoSlot.allowed() + ") and end in .jpg, .jpeg, .png or .webp";

    private SlotPhotos() {}

    /** @throws DemoFailure if one is missing */
    static Map<PhotoSlot, Photo> shipped(ClassLoader loader) {
        Map<PhotoSlot, Photo> photos = new EnumMap<>(PhotoSlot.class);
        for (PhotoSlot slot : PhotoSlot.values()) {
            String name = slot.wireName() + ".jpg";
            URL location = Optional.ofNullable(loader.getResource("samples/" + name))
                    .orElseThrow(() -> new DemoFailure("the sample photo " + name + " is missing in this build"));
            photos.put(slot, new Photo(name, location));
        }
        return photos;
    }

    /**
     * The photos of a folder.
     *
     * @param warn is told of pictures that are not used
     * @throws DemoFailure if there is no such folder, no photo of a front, or two for one slot
     */
    static Map<PhotoSlot, Photo> in(Path folder, Consumer<String> warn) {
        if (!Files.isDirectory(folder)) {
            throw new DemoFailure("there is no folder " + folder);
        }
        Map<PhotoSlot, Photo> photos = new EnumMap<>(PhotoSlot.class);
        for (Path file : files(folder)) {
            Optional<PhotoSlot> slot = slot(file);
            if (slot.isPresent()) {
                put(photos, slot.get(), file);
            } else if (isPicture(file)) {
                warn.accept("not used: " + file.getFileName() + " (" + NAMING + ")");
            }
        }
        if (photos.keySet().stream().noneMatch(slot -> slot.view() == View.FRONT)) {
            throw new DemoFailure("there is no photo of a front in " + folder + ": " + NAMING);
        }
        return photos;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new DemoFailure("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void put(Map<PhotoSlot, Photo> photos, PhotoSlot slot, Path file) {
        String name = file.getFileName().toString();
        if (!Files.isReadable(file)) {
            throw new DemoFailure("the photo " + file + " may not be read");
        }
        try {
            Photo other = photos.put(slot, new Photo(name, file.toUri().toURL()));
            if (other != null) {
                throw new DemoFailure(
                        "there are two photos for " + slot.wireName() + ": " + other.name() + " and " + name);
            }
        } catch (MalformedURLException e) {
            throw new DemoFailure("the photo " + file + " cannot be read", e);
        }
    }

    private static Optional<PhotoSlot> slot(Path file) {
        String name = file.getFileName().toString();
        return TAKEN.contains(extension(name))
                ? PhotoSlot.ofWireName(name.substring(0, name.lastIndexOf('.')))
                : Optional.empty();
    }

    private static boolean isPicture(Path file) {
        String extension = extension(file.getFileName().toString());
        return TAKEN.contains(extension) || OTHER_PICTURES.contains(extension);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
