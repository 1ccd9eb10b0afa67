package io.scriptorium.owner.test;

import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The endpoints of a service as its classes have them: {@code GET /api/v1/tips/{id}}. */
final class Resources {
    /** Of the module whose tests run. */
    private static final Path CLASSES = Path.of("target/classes");

    private Resources() {}

    static Set<String> endpointsIn(String packages) {
        Set<String> endpoints = new TreeSet<>();
        for (Class<?> each : classesIn(packages)) {
            if (each.isAnnotationPresent(jakarta.ws.rs.Path.class) && !each.isInterface()) {
                endpointsOf(each).forEach(endpoints::add);
            }
        }
        return endpoints;
    }

    private static List<Class<?>> classesIn(String packages) {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(packages.replace('.', '/')))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .<Class<?>>map(file -> loaded(file.substring(0, file.length() - ".class".length())))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the classes of " + packages + " cannot be found", e);
        }
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName(
                    file.replace('/', '.'), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** Inherited ones too: what all services have alike comes from a class of a library. */
    private static Stream<String> endpointsOf(Class<?> resource) {
        String root = resource.getAnnotation(jakarta.ws.rs.Path.class).value();
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(method -> httpMethod(method).map(verb -> verb + " " + joined(root, method)).stream());
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String joined(String root, Method method) {
        jakarta.ws.rs.Path own = method.getAnnotation(jakarta.ws.rs.Path.class);
        String path = "/" + root + "/" + (own == null ? "" : own.value());
        // A template's pattern is no part of its name in a description.
        return path.replaceAll("\\{\\s*([^:}\\s]+)[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }
}
