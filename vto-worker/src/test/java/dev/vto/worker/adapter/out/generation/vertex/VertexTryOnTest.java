package dev.vto.worker.adapter.out.generation.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.vertex.FakeServiceAccount;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.Garment;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.TryOnGenerator.Picture;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import dev.vto.worker.fixture.LogCapture;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class VertexTryOnTest extends VertexTrial {

    @ParameterizedTest
    @EnumSource
    void dressesAPersonInEachGarment(Garment garment) throws IOException {
        Picture picture = generator(Map.of())
                .generate(request(garment), new KeptCall())
                .await()
                .atMost(LIMIT);

        assertMade(picture);
        BufferedImage image = ImageIO.read(picture.file().toFile());
        assertThat(new Color(image.getRGB(5, 5)).getGreen()).as("the person").isBetween(140, 180);
        assertThat(new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2)).getRed())
                .as("the garment")
                .isBetween(180, 220);
    }

    @Test
    void fetchesWhatWasLeftInCloudStorage() {
        assertMade(made(BY_STORAGE));

        assertThat(asked(Purpose.FILE)).singleElement().satisfies(request -> assertThat(request.path())
                .startsWith("/storage/v1/b/bucket/o/made%2Fhere%2F"));
    }

    @Test
    void saysWhatItIs() {
        TryOnGenerator generator = generator(Map.of());

        assertThat(generator.provider()).isEqualTo("vertex");
        assertThat(generator.model()).isEqualTo("virtual-try-on-001");
        assertThat(generator.aiGenerated()).isTrue();
        assertThat(generator.isKept()).isTrue();
        assertThat(generator.canDress().together()).isEmpty();
    }

    @Test
    void hasSeedsWhereThereIsNoWatermark() {
        made(Map.of());
        made(Map.of("watermark", "false"));

        List<JsonNode> parameters = asked(Purpose.SUBMIT).stream()
                .map(request -> request.json().path("parameters"))
                .toList();
        assertThat(parameters.get(0).path("addWatermark").booleanValue()).isTrue();
        assertThat(parameters.get(0).has("seed")).isFalse();
        assertThat(parameters.get(1).path("addWatermark").booleanValue()).isFalse();
        assertThat(parameters.get(1).path("seed").longValue()).isEqualTo((1L << 31) - 42);
        assertThat(generator(Map.of()).canDress().seeds()).isFalse();
        assertThat(generator(Map.of("watermark", "false")).canDress().seeds()).isTrue();
    }

    @Test
    void tellsOfProgressAndPassesTheTraceOn() {
        KeptCall call = new KeptCall();

        generator(Map.of()).generate(request(Garment.UPPER), call).await().atMost(LIMIT);

        assertThat(call.progress()).hasSize(2).isSorted().allMatch(fraction -> fraction > 0 && fraction < 1);
        assertThat(asked(Purpose.SUBMIT)).singleElement().satisfies(request -> assertThat(request.header("traceparent"))
                .contains(KeptCall.TRACEPARENT));
    }

    @Test
    void usesATokenForAsLongAsItIsGood() {
        TryOnGenerator generator = generator(Map.of());

        generator.generate(request(Garment.UPPER), new KeptCall()).await().atMost(LIMIT);
        generator.generate(request(Garment.BOTTOM), new KeptCall()).await().atMost(LIMIT);

        assertThat(asked(Purpose.TOKEN)).hasSize(1);
    }

    @Test
    void keepsItsKeyToItself() {
        try (LogCapture log = new LogCapture()) {
            made(BY_STORAGE);
            GenerationFailed failed = failed(Map.of("api-key", FakeServiceAccount.file(fake.url(), KEY + "-wrong")));

            assertThat(failed.code()).isEqualTo(FailureCode.AUTH);
            assertThat(failed).message().doesNotContain(KEY);
            assertThat(log.lines()).noneMatch(line -> line.contains(KEY) || line.contains("PRIVATE KEY"));
        }
    }

    @Test
    void saysWhichSettingIsMissingOrWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator(Map.of("project", "")))
                .withMessage("vto.vertex.project is needed for this backend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator(Map.of("api-key", "{\"type\":\"" + KEY + "\"}")))
                .withMessageStartingWith("vto.vertex.api-key, or what vto.vertex.api-key-file names, is the key of")
                .withNoCause();
    }
}
