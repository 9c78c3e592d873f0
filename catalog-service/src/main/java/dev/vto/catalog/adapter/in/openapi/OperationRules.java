package dev.vto.catalog.adapter.in.openapi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What follows for an operation from its path, its parameters and its body. */
final class OperationRules {

    /** Schemas of single resources, which come with an ETag. */
    private static final Set<String> VERSIONED =
            Set.of("Collection", "Project", "Product", "Image", "Video", "Letter", "User");

    private final Set<String> idempotent;
    private final Set<String> authenticated;

    /**
     * @param idempotent ids of the operations that honour an Idempotency-Key
     * @param authenticated ids of those that take an access token
     */
    OperationRules(Set<String> idempotent, Set<String> authenticated) {
        this.idempotent = idempotent;
        this.authenticated = authenticated;
    }

    void apply(String path, Operation operation) {
        boolean once = idempotent.contains(operation.getOperationId());
        if (once) {
            operation.addParameter(KnownParameter.idempotencyKey());
        }
        if (authenticated.contains(operation.getOperationId())) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(ApiDocument.BEARER));
        }
        parameters(operation).forEach(KnownParameter::describe);
        operation.getResponses().getAPIResponses().forEach((status, answer) -> complete(status, answer, once));
        if (!MediaPath.is(path)) {
            addProblems(path, operation, once);
        }
    }

    private static void complete(String status, APIResponse answer, boolean once) {
        boolean problem = status.startsWith("4") || status.startsWith("5");
        if (problem && answer.getRef() == null && answer.getContent() == null) {
            answer.content(ProblemAnswer.content());
        }
        if (status.equals("503")) {
            add(Headers.RETRY_AFTER, answer);
        }
        if (once && Set.of("201", "202").contains(status)) {
            add(Headers.LOCATION, answer);
        }
        if (schemas(answer).map(VERSIONED::contains).orElse(false)) {
            add(Headers.ETAG, answer);
        }
    }

    private static void addProblems(String path, Operation operation, boolean once) {
        boolean body = operation.getRequestBody() != null;
        add(ProblemAnswer.INVALID, operation, body || !parameters(operation).isEmpty());
        add(ProblemAnswer.UNAUTHENTICATED, operation, operation.getSecurity() != null);
        add(ProblemAnswer.NOT_FOUND, operation, path.contains("{"));
        add(ProblemAnswer.NOT_ACCEPTABLE, operation, answersJson(operation));
        add(ProblemAnswer.STALE, operation, takes(KnownParameter.IF_MATCH, operation));
        add(ProblemAnswer.TOO_LARGE, operation, body);
        add(ProblemAnswer.UNSUPPORTED, operation, body);
        add(ProblemAnswer.IMPOSSIBLE, operation, once);
        add(ProblemAnswer.RATE_LIMITED, operation, true);
    }

    private static void add(ProblemAnswer problem, Operation operation, boolean given) {
        if (given && !operation.getResponses().hasAPIResponse(problem.status())) {
            operation.getResponses().addAPIResponse(problem.status(), problem.reference());
        }
    }

    private static void add(Headers header, APIResponse answer) {
        answer.addHeader(header.field(), header.definition());
    }

    private static boolean takes(String parameter, Operation operation) {
        return parameters(operation).stream().anyMatch(known -> parameter.equals(known.getName()));
    }

    private static boolean answersJson(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .anyMatch(content -> content != null && content.hasMediaType("application/json"));
    }

    private static Optional<String> schemas(APIResponse answer) {
        return Optional.ofNullable(answer.getContent())
                .map(Content::getMediaTypes)
                .map(types -> types.get("application/json"))
                .map(MediaType::getSchema)
                .map(Schema::getRef)
                .map(ref -> ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static List<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }
}
