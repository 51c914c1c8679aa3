package com.pivotino.crm.testkit.contract;

import com.pivotino.crm.api.rest.Anonymous;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;

/** The routes of JAX-RS resource classes, as their annotations say. */
final class Routes {

    private Routes() {
    }

    /**
     * One route.
     *
     * @param pathParameters  names in the path
     * @param queryParameters names that the method reads by {@code @QueryParam}
     * @param hasBody         whether the method takes a body
     * @param anonymous       whether strangers may call it
     */
    record Route(Set<String> pathParameters, Set<String> queryParameters, boolean hasBody, boolean anonymous) {
    }

    /** By {@code GET /opportunities/{id}}. */
    static Map<String, Route> of(Class<?>... resources) {
        Map<String, Route> routes = new TreeMap<>();
        for (Class<?> resource : resources) {
            for (Method method : resource.getMethods()) {
                String verb = Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(found -> found != null).map(HttpMethod::value).findFirst().orElse(null);
                if (verb != null && !method.isBridge()) {
                    String path = plain(path(resource.getAnnotation(Path.class)) + "/" + path(method.getAnnotation(Path.class)));
                    routes.put(verb + " " + path, route(method));
                }
            }
        }
        return routes;
    }

    private static Route route(Method method) {
        return new Route(names(method, PathParam.class), names(method, QueryParam.class),
                Stream.of(method.getParameters()).anyMatch(parameter -> parameter.getAnnotations().length == 0),
                method.isAnnotationPresent(Anonymous.class));
    }

    private static Set<String> names(Method method, Class<? extends Annotation> kind) {
        return Stream.of(method.getParameters()).map(parameter -> name(parameter, kind)).filter(name -> name != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Parameter parameter, Class<? extends Annotation> kind) {
        Annotation annotation = parameter.getAnnotation(kind);
        return annotation instanceof PathParam path ? path.value() : annotation instanceof QueryParam query ? query.value() : null;
    }

    private static String path(Path path) {
        return path == null ? "" : path.value();
    }

    /** Parameters without their patterns, one slash between segments, none at the end. */
    static String plain(String path) {
        return ("/" + path).replaceAll("\\{\\s*(\\w[\\w.-]*)\\s*(?::(?:[^{}]|\\{[^{}]*})*)?}", "{$1}")
                .replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }
}
