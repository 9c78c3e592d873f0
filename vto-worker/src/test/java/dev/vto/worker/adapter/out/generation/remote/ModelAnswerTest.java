package dev.vto.worker.adapter.out.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs.Look;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"'https://a/1.png'", "['https://a/1.png','https://a/2.png']", "{'image':'https://a/1.png'}"})
    void findsTheFirstPicture(String output) throws JsonProcessingException {
        assertThat(succeeded(output)).isEqualTo(new Look.Done(URI.create("https://a/1.png")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "[null]", "7"})
    void knowsThatThereIsNone(String output) throws JsonProcessingException {
        assertThat(succeeded(output)).isInstanceOf(Look.Failed.class);
    }

    @Test
    void takesNoOutputForNone() {
        assertThat(ModelAnswer.succeeded(null)).isInstanceOf(Look.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NSFW content detected. Try running it again., MODERATED",
        "The output was flagged as sensitive., MODERATED",
        "cannot identify image file '/tmp/a.jpg', INVALID_INPUT",
        "CUDA out of memory., TRANSIENT",
        ", TRANSIENT"
    })
    void knowsWhyAModelHasFailed(String error, FailureCode code) {
        assertThat(ModelAnswer.failed(error).code()).isEqualTo(code);
    }

    private static Look succeeded(String output) throws JsonProcessingException {
        return ModelAnswer.succeeded(new ObjectMapper().readTree(output.replace('\'', '"')));
    }
}
