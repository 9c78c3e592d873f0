package dev.vto.worker.adapter.out.generation.simulated;

import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import io.smallrye.mutiny.Uni;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/** Makes small real files that look like nothing: a grey JPEG, a second of grey MP4, a letter of set phrases. */
final class SimulatedGenerator implements TryOnGenerator, VideoGenerator, Copywriter {

    static final String PROVIDER = "simulated";

    private static final int WIDTH = 64;
    private static final int HEIGHT = 96;
    private static final int CLIP_WIDTH = 72;
    private static final int CLIP_HEIGHT = 128;

    private final Simulation simulation;

    SimulatedGenerator(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public String model() {
        return "simulated-1";
    }

    @Override
    public boolean aiGenerated() {
        return false;
    }

    @Override
    public TryOnGenerator.Capabilities canDress() {
        return new TryOnGenerator.Capabilities(EnumSet.allOf(Garment.class), EnumSet.allOf(View.class), true, true);
    }

    @Override
    public VideoGenerator.Capabilities canFilm() {
        return new VideoGenerator.Capabilities(
                VideoSpec.MAX_IMAGES, new TreeSet<>(Set.of(1)), EnumSet.of(Aspect.PORTRAIT), true);
    }

    @Override
    public Set<String> languages() {
        return Set.copyOf(LetterSpec.LANGUAGES);
    }

    @Override
    public Uni<Picture> generate(TryOnGenerator.Request request, Call call) {
        return simulation.make(
                () -> {
                    Path file = jpeg(request.folder(), request.seed());
                    Path thumbnail = jpeg(request.folder(), request.seed());
                    return new Picture(file, thumbnail, "image/jpeg", WIDTH, HEIGHT);
                },
                call);
    }

    @Override
    public Uni<Clip> generate(VideoGenerator.Request request, Call call) {
        return simulation.make(
                () -> {
                    Path file = Files.createTempFile(request.folder(), "clip", ".mp4");
                    try (InputStream clip = Objects.requireNonNull(
                            SimulatedGenerator.class.getResourceAsStream("/simulated/clip.mp4"), "clip.mp4")) {
                        Files.write(file, clip.readAllBytes());
                    }
                    Path poster = jpeg(request.folder(), request.seed());
                    return new Clip(file, poster, "video/mp4", CLIP_WIDTH, CLIP_HEIGHT, 1);
                },
                call);
    }

    @Override
    public Uni<Copy> write(Copywriter.Request request, Call call) {
        return simulation.make(
                () -> new Copy(
                        "A simulated letter",
                        "This letter was simulated, to try the platform out.",
                        List.of("First simulated point", "Second point", "Third point", "Fourth point")),
                call);
    }

    private static Path jpeg(Path folder, long seed) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        int grey = 64 + Math.floorMod(seed, 128);
        pen.setColor(new Color(grey, grey, grey));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        Path file = Files.createTempFile(folder, "picture", ".jpg");
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }
}
