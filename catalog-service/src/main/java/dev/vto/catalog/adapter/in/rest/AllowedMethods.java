package dev.vto.catalog.adapter.in.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The methods that a path takes, read off the resources: the framework answers 405 without saying which. */
final class AllowedMethods {

    private static final List<Operation> OPERATIONS = operations(
            AccountResource.class,
            AuthResource.class,
            CollectionProjectsResource.class,
            CollectionResource.class,
            IdentityResource.class,
            ImageResource.class,
            JobResource.class,
            KeysResource.class,
            LetterResource.class,
            OptionsResource.class,
            PhotoResource.class,
            ProductResource.class,
            ProjectResource.class,
            SessionResource.class,
            ShareResource.class,
            StreamResource.class,
            UserResource.class,
            VideoResource.class);

    private record Operation(Pattern path, String method) {}

    private AllowedMethods() {}

    /** As the {@code Allow} header has it. */
    static String at(String path) {
        TreeSet<String> methods = new TreeSet<>();
        for (Operation operation : OPERATIONS) {
            if (operation.path().matcher(path).matches()) {
                methods.add(operation.method());
            }
        }
        return String.join(", ", methods);
    }

    private static List<Operation> operations(Class<?>... resources) {
        List<Operation> operations = new ArrayList<>();
        for (Class<?> resource : resources) {
            String root = resource.getAnnotation(Path.class).value();
            for (Method method : resource.getDeclaredMethods()) {
                Path below = method.getAnnotation(Path.class);
                Pattern path = pattern(root + (below == null ? "" : below.value()));
                Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .map(type -> type.getAnnotation(HttpMethod.class))
                        .filter(http -> http != null)
                        .forEach(http -> operations.add(new Operation(path, http.value())));
            }
        }
        return operations;
    }

    /** The framework takes a path with a slash at its end for the same. */
    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+") + "/?");
    }
}
