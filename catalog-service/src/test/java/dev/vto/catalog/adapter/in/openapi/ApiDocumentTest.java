package dev.vto.catalog.adapter.in.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiDocumentTest {

    private static final JsonNode DOCUMENT = CommittedDocument.read();

    static Stream<JsonNode> operations() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream().map(Map.Entry::getValue));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatAnOperationDoes(JsonNode operation) {
        assertThat(operation.path("operationId").asText()).matches("[a-z][A-Za-z]+");
        assertThat(operation.path("summary").asText()).isNotBlank();
        assertThat(operation.path("description").asText()).isNotBlank();
        assertThat(texts(operation.path("tags"), "")).hasSize(1).isSubsetOf(texts(DOCUMENT.path("tags"), "/name"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describesEveryParameter(JsonNode operation) {
        assertThat(operation.path("parameters")).allSatisfy(parameter -> {
            assertThat(parameter.at("/schema/type").asText()).isNotEmpty();
            assertThat(parameter.path("description").asText()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatEverySuccessConsistsOf(JsonNode operation) {
        assertThat(operation.path("responses").properties())
                .filteredOn(answer -> answer.getKey().startsWith("2"))
                .isNotEmpty()
                .allSatisfy(
                        answer -> assertThat(answer.getValue().path("content").isEmpty())
                                .isEqualTo(answer.getKey().equals("204")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersEveryErrorAsAProblem(JsonNode operation) {
        assertThat(operation.path("responses").properties())
                .filteredOn(answer -> answer.getKey().matches("[45].."))
                .isNotEmpty()
                .allSatisfy(answer -> {
                    String ref = answer.getValue().path("$ref").asText();
                    JsonNode problem = ref.isEmpty() ? answer.getValue() : DOCUMENT.at(ref.substring(1));
                    assertThat(problem.at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .isEqualTo("#/components/schemas/Problem");
                });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void namesEveryOperationOnce(JsonNode operation) {
        assertThat(operations().filter(other -> other.path("operationId").equals(operation.path("operationId"))))
                .hasSize(1);
    }

    private static List<String> texts(JsonNode array, String at) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.at(at).asText())
                .toList();
    }
}
