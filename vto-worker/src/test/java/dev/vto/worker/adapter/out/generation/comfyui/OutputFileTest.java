package dev.vto.worker.adapter.out.generation.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputFileTest {

    @Test
    void takesWhatIsSavedBeforeWhatIsShown() throws JsonProcessingException {
        assertThat(of("{'3':{'images':[{'filename':'p.png','subfolder':'','type':'temp'}]},"
                        + "'9':{'text':['x'],'images':[{'filename':'a.png','subfolder':'s','type':'output'}]}}"))
                .contains(new OutputFile("a.png", "s", "output"));
    }

    @Test
    void findsVideosInListsOfOtherNames() throws JsonProcessingException {
        assertThat(of("{'9':{'gifs':[{'filename':'a.mp4','subfolder':'','type':'output'}],'animated':[true]}}"))
                .contains(new OutputFile("a.mp4", "", "output"));
    }

    @Test
    void findsNothingWhereNoFileIsNamed() throws JsonProcessingException {
        assertThat(of("{'9':{'text':['done']}}")).isEmpty();
    }

    @Test
    void isFoundBelowTheServer() {
        assertThat(new OutputFile("a b&c.png", "s/t", "output").url(URI.create("http://host:8188/base")))
                .isEqualTo(URI.create("http://host:8188/base/view?filename=a+b%26c.png&subfolder=s%2Ft&type=output"));
    }

    private static Optional<OutputFile> of(String outputs) throws JsonProcessingException {
        List<JsonNode> nodes = new ArrayList<>();
        new ObjectMapper().readTree(outputs.replace('\'', '"')).forEach(nodes::add);
        return OutputFile.of(nodes);
    }
}
