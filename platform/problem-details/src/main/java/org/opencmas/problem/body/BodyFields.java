package org.opencmas.problem.body;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.value.Pointers;

/** The fields that a record is read from, in the order in which it declares them. */
final class BodyFields {
    private final Map<String, JavaType> types = new LinkedHashMap<>();

    private BodyFields() {}

    static BodyFields of(ObjectMapper json, JavaType type) {
        var fields = new BodyFields();
        for (BeanPropertyDefinition property :
                json.getDeserializationConfig().introspect(type).findProperties()) {
            if (property.couldDeserialize()) {
                fields.types.put(property.getName(), property.getPrimaryType());
            }
        }
        return fields;
    }

    Set<String> names() {
        return types.keySet();
    }

    /** The type of a field, or null for an unknown one. */
    @Nullable
    JavaType find(String name) {
        return types.get(name);
    }

    /** The place of a field among the others; after all of them for an unknown one. */
    int index(String pointerStep) {
        List<String> names = new ArrayList<>(types.keySet());
        int index = names.indexOf(Pointers.unescaped(pointerStep));
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    /** The type of a field; that of anything for an unknown one. */
    JavaType type(String pointerStep) {
        JavaType known = types.get(Pointers.unescaped(pointerStep));
        return known == null ? TypeFactory.unknownType() : known;
    }
}
