package com.pivotino.crm.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** The configuration of a component that is made with {@code new}. */
public final class ComponentConfig {

    private ComponentConfig() {
    }

    /** As the component declares it, nothing being configured. */
    public static <A extends Annotation> A of(Class<A> type) {
        return of(type, Map.of());
    }

    /** With these values, by the names of the annotation's members. */
    public static <A extends Annotation> A of(Class<A> type, Map<String, ?> values) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                switch (method.getName()) {
                    case "annotationType" -> type;
                    case "toString" -> "@" + type.getSimpleName() + values;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> values.containsKey(method.getName()) ? values.get(method.getName()) : method.getDefaultValue();
                }));
    }
}
