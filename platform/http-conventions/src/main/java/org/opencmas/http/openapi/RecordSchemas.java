package org.opencmas.http.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Lets a schema say what the record behind it says: a component that is {@code @Nullable} may be null; every other one is always there in
 * what is only answered, and is required. What a request needs is said by Bean Validation. A pattern is that of the whole value, as it is
 * for Bean Validation.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RecordSchemas implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName INCLUDED = DotName.createSimple(JsonInclude.class);
    private static final Set<String> LEFT_OUT = Set.of("NON_EMPTY", "NON_DEFAULT", "NON_ABSENT");

    /** What is written for a component. */
    private enum Presence {
        ALWAYS,
        SOMETIMES,
        NULLABLE
    }

    private final Map<String, List<Map<String, Presence>>> records = new HashMap<>();

    /** @param index the classes of the service and of the modules it is built from */
    public RecordSchemas(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord()) {
                records.computeIfAbsent(nameOf(type), name -> new ArrayList<>()).add(componentsOf(type, index));
            }
        }
    }

    /** A record's own components, and those of the records that are written into it. */
    private static Map<String, Presence> componentsOf(ClassInfo type, IndexView index) {
        Map<String, Presence> components = new TreeMap<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            FieldInfo field = type.field(component.name());
            ClassInfo written = index.getClassByName(component.type().name());
            if (written != null && written.isRecord() && field.hasAnnotation(UNWRAPPED)) {
                components.putAll(componentsOf(written, index));
            } else {
                components.put(component.name(), presence(component, field));
            }
        }
        return components;
    }

    private static Presence presence(RecordComponentInfo component, FieldInfo field) {
        if (component.type().hasAnnotation(NULLABLE)) {
            return Presence.NULLABLE;
        }
        AnnotationInstance included = field.annotation(INCLUDED);
        return included != null
                        && included.value() != null
                        && LEFT_OUT.contains(included.value().asEnum())
                ? Presence.SOMETIMES
                : Presence.ALWAYS;
    }

    private static String nameOf(ClassInfo type) {
        AnnotationValue name = type.hasDeclaredAnnotation(NAMED)
                ? type.declaredAnnotation(NAMED).value("name")
                : null;
        return name == null ? type.name().withoutPackagePrefix().replaceAll(".*\\$", "") : name.asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null || api.getPaths() == null) {
            return;
        }
        Set<String> sent = new SchemaUse(api).inRequests(api);
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                Map<String, Presence> components =
                        components(name, schema.getProperties().keySet());
                components.forEach((property, presence) -> declare(schema, property, presence, !sent.contains(name)));
            }
        });
    }

    /** Those of the record of that name which has these properties; a schema of a generic record is named with its argument. */
    private Map<String, Presence> components(String schema, Set<String> properties) {
        return records.entrySet().stream()
                .filter(each -> schema.equals(each.getKey()) || isGeneric(schema, each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .filter(each -> each.keySet().equals(properties))
                .findFirst()
                .orElse(Map.of());
    }

    private static boolean isGeneric(String schema, String record) {
        return schema.startsWith(record)
                && schema.length() > record.length()
                && Character.isUpperCase(schema.charAt(record.length()));
    }

    private static void declare(Schema schema, String property, Presence presence, boolean isOnlyAnswered) {
        if (presence == Presence.NULLABLE) {
            schema.addProperty(
                    property,
                    orNull(Objects.requireNonNull(schema.getProperties().get(property))));
        } else if (presence == Presence.ALWAYS
                && isOnlyAnswered
                && (schema.getRequired() == null || !schema.getRequired().contains(property))) {
            schema.addRequired(property);
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        List<Schema.SchemaType> types = schema.getType();
        if (types != null && !types.contains(Schema.SchemaType.NULL)) {
            schema.addType(Schema.SchemaType.NULL);
            if (schema.getEnumeration() != null) {
                List<@Nullable Object> values = new ArrayList<>(schema.getEnumeration());
                values.add(null);
                schema.setEnumeration(List.of());
                values.forEach(schema::addEnumeration);
            }
        }
        return schema;
    }

    @Override
    public Schema filterSchema(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals("\\S")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        return schema;
    }
}
