package com.pivotino.crm.rest.internal.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;

/** Enums of the contract are lower case: {@code "first_activity"}. */
final class LowerCaseEnums extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
        String[] found = super.findEnumValues(config, type, values, names);
        for (int i = 0; i < values.length; i++) {
            if (found[i] == null || found[i].equals(values[i].name())) {
                found[i] = values[i].name().toLowerCase(Locale.ROOT);
            }
        }
        return found;
    }
}
