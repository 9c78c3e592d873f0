package dev.vto.worker.adapter.out.generation.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowTest {

    private static final Workflow.Slots SLOTS = new Workflow.Slots(Set.of("person"), Set.of("seed", "words"));

    @TempDir
    Path folder;

    @Test
    void putsValuesIntoItsSlots() {
        Workflow workflow = workflow(
                "{'1':{'class_type':'A','inputs':{'image':'{{person}}','seed':'{{ seed }}','n':3,'link':['2',0]}},"
                        + "'2':{'class_type':'B','inputs':{'text':'wears {{words}} and {{words}}','all':['{{words}}']}}}");

        JsonNode filled = workflow.filled(Map.of("person", "a.jpg", "seed", 7L, "words", "a $1 top"));

        assertThat(filled.at("/1/inputs/image").textValue()).isEqualTo("a.jpg");
        assertThat(filled.at("/1/inputs/seed").isIntegralNumber()).isTrue();
        assertThat(filled.at("/1/inputs/seed").asLong()).isEqualTo(7);
        assertThat(filled.at("/1/inputs/n").asInt()).isEqualTo(3);
        assertThat(filled.at("/1/inputs/link/0").textValue()).isEqualTo("2");
        assertThat(filled.at("/2/inputs/text").textValue()).isEqualTo("wears a $1 top and a $1 top");
        assertThat(filled.at("/2/inputs/all/0").textValue()).isEqualTo("a $1 top");
        assertThat(workflow.size()).isEqualTo(2);
    }

    @Test
    void staysATemplate() {
        Workflow workflow = workflow("{'1':{'class_type':'A','inputs':{'image':'{{person}}'}}}");

        workflow.filled(Map.of("person", "a.jpg"));

        assertThat(workflow.filled(Map.of("person", "b.jpg"))
                        .at("/1/inputs/image")
                        .textValue())
                .isEqualTo("b.jpg");
        assertThat(workflow.has("person")).isTrue();
        assertThat(workflow.has("seed")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'1':                                                         | is no JSON
                    []                                                            | an object of nodes, each with class_type and inputs
                    {}                                                            | an object of nodes, each with class_type and inputs
                    {'nodes':[],'links':[]}                                       | Workflow > Export (API)
                    {'1':{'inputs':{}}}                                           | node 1 has no class_type or no inputs
                    {'1':{'class_type':'A'}}                                      | node 1 has no class_type or no inputs
                    {'1':{'class_type':'A','inputs':{}}}                          | lacks {{person}} among the inputs of its nodes; the slots are {{person}}, {{seed}}, {{words}}
                    {'1':{'class_type':'{{person}}','inputs':{}}}                 | lacks {{person}} among
                    {'1':{'class_type':'A','inputs':{'a':'{{hat}}'}}}             | a slot {{hat}} at node 1 that nothing is put into; the slots are {{person}}, {{seed}}, {{words}}
                    {'1':{'class_type':'A','inputs':{'a':['x{{ha t}}']}}}         | a slot {{ha t}} at node 1
                    """)
    void saysWhatIsWrongWithIt(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflow(text))
                .withMessageStartingWith("vto.x: w.json ")
                .withMessageContaining(message);
    }

    @Test
    void namesTheSettingOfAFileThatCannotBeRead() {
        Path missing = folder.resolve("none.json");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workflow.of("vto.x", Optional.of(missing), "try-on.json", SLOTS))
                .withMessageStartingWith("vto.x: " + missing + " cannot be read");
    }

    @Test
    void hasOneForTryOnOfItsOwn() {
        Workflow workflow = ComfyTryOn.workflow(Optional.empty());

        assertThat(workflow.has("seed")).isTrue();
        assertThat(workflow.has("description")).isTrue();
    }

    private static Workflow workflow(String text) {
        return Workflow.parse("vto.x: w.json ", text.replace('\'', '"'), SLOTS);
    }
}
