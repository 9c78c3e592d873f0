package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.media.MediaFormat;
import dev.vto.worker.application.port.RemoteMedia;
import dev.vto.worker.application.port.TryOnGenerator.Picture;
import dev.vto.worker.application.port.VideoGenerator.Clip;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.jspecify.annotations.Nullable;

/** What backends have made, brought here and looked at: how large it is, and a small picture of it. */
public final class ResultFiles {

    private static final RemoteMedia.Bounds PICTURE =
            new RemoteMedia.Bounds(50L << 20, Duration.ofMinutes(2), MediaFormat.PICTURES);
    private static final RemoteMedia.Bounds CLIP =
            new RemoteMedia.Bounds(500L << 20, Duration.ofMinutes(5), Set.of(MediaFormat.MP4));
    private static final long MOST_PIXELS = 64L << 20;
    private static final int THUMBNAIL_WIDTH = 400;

    private final RemoteMedia remote;
    private final Executor workers;
    private final @Nullable String authorization;

    public ResultFiles(RemoteMedia remote, Executor workers) {
        this(remote, workers, null);
    }

    private ResultFiles(RemoteMedia remote, Executor workers, @Nullable String authorization) {
        this.remote = remote;
        this.workers = workers;
        this.authorization = authorization;
    }

    /** The same, for a backend that gives its files out only by this value of {@code Authorization}. */
    public ResultFiles authorizedBy(String header) {
        return new ResultFiles(remote, workers, header);
    }

    public Uni<Picture> picture(URI url, Path folder) {
        return file(url, folder, PICTURE).flatMap(file -> picture(file, folder));
    }

    /** A picture that came with an answer. */
    public Uni<Picture> picture(byte[] content, Path folder) {
        return work(() -> Files.write(Files.createTempFile(folder, "answered", null), content))
                .flatMap(file -> picture(file, folder));
    }

    /** A picture that is here already. */
    public Uni<Picture> picture(Path file, Path folder) {
        return work(() -> {
            BufferedImage image;
            String type;
            try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
                Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
                if (!readers.hasNext()) {
                    throw new IOException("it is no picture");
                }
                ImageReader reader = readers.next();
                try {
                    reader.setInput(input);
                    if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                        throw new IOException("it has more than " + MOST_PIXELS + " pixels");
                    }
                    type = reader.getFormatName().toLowerCase(Locale.ROOT);
                    image = reader.read(0);
                } finally {
                    reader.dispose();
                }
            }
            String extension = type.equals("jpeg") ? "jpg" : type;
            return new Picture(
                    Files.move(
                            file,
                            Files.createTempFile(folder, "picture", "." + extension),
                            StandardCopyOption.REPLACE_EXISTING),
                    thumbnail(image, folder),
                    "image/" + type,
                    image.getWidth(),
                    image.getHeight());
        });
    }

    public Uni<Clip> clip(URI url, Path folder) {
        return file(url, folder, CLIP).flatMap(file -> clip(file, folder));
    }

    private Uni<Clip> clip(Path file, Path folder) {
        return work(() -> {
            try (FFmpegFrameGrabber film = new FFmpegFrameGrabber(file.toFile());
                    Java2DFrameConverter converter = new Java2DFrameConverter()) {
                film.start();
                BufferedImage first = converter.convert(film.grabImage());
                if (first == null) {
                    throw new IOException("it is no video");
                }
                Path poster = Files.createTempFile(folder, "poster", ".jpg");
                Thumbnails.of(first).scale(1).outputFormat("jpg").toFile(poster.toFile());
                return new Clip(
                        Files.move(
                                file,
                                Files.createTempFile(folder, "video", ".mp4"),
                                StandardCopyOption.REPLACE_EXISTING),
                        poster,
                        "video/mp4",
                        first.getWidth(),
                        first.getHeight(),
                        film.getLengthInTime() / 1e6);
            }
        });
    }

    /** @param url of a site, or a {@code data:} URL with the file in it */
    private Uni<Path> file(URI url, Path folder, RemoteMedia.Bounds bounds) {
        return "data".equals(url.getScheme())
                ? work(() -> unpacked(url.getSchemeSpecificPart(), folder, bounds.bytes()))
                : remote.fetch(url, authorization, folder, bounds);
    }

    private static Path unpacked(String data, Path folder, long most) throws IOException {
        int comma = data.indexOf(',');
        if (comma < 0 || !data.substring(0, comma).endsWith(";base64")) {
            throw new IOException("it is no base64");
        }
        if ((data.length() - comma) / 4 * 3 > most) {
            throw new IOException("it has more than " + most + " bytes");
        }
        Path file = Files.createTempFile(folder, "unpacked", null);
        return Files.write(file, Base64.getDecoder().decode(data.substring(comma + 1)));
    }

    private static Path thumbnail(BufferedImage image, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "thumbnail", ".jpg");
        Thumbnails.of(image)
                .width(THUMBNAIL_WIDTH)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .outputFormat("jpg")
                .allowOverwrite(true)
                .toFile(file.toFile());
        return file;
    }

    private <T> Uni<T> work(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new GenerationFailed(
                                FailureCode.TRANSIENT,
                                FailureCode.TRANSIENT.sentence(),
                                "the backend's result cannot be used: " + e.getMessage(),
                                null,
                                e);
                    }
                })
                .runSubscriptionOn(workers);
    }
}
