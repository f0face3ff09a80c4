package org.opencmas.problem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Lets the service's OpenAPI say of a property that it may be null where the record's component says so ({@code @Nullable}), so
 * that what is answered is what is promised.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class NullableProperties implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class.getName());
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());

    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class.getName());

    private final Map<String, Set<String>> nullableBySchema = new HashMap<>();

    /** @param index the classes of the service and of the modules it is built from */
    public NullableProperties(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord()) {
                nullableBySchema
                        .computeIfAbsent(nameOf(type), name -> new HashSet<>())
                        .addAll(nullableOf(type, index));
            }
        }
    }

    /** Those of a record's own components, and of the records that are written into it. */
    private static Set<String> nullableOf(ClassInfo type, IndexView index) {
        Set<String> names = new HashSet<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            if (component.type().hasAnnotation(NULLABLE)) {
                names.add(component.name());
            }
            ClassInfo written = index.getClassByName(component.type().name());
            if (written != null
                    && written.isRecord()
                    && type.field(component.name()).hasAnnotation(UNWRAPPED)) {
                names.addAll(nullableOf(written, index));
            }
        }
        return names;
    }

    private static String nameOf(ClassInfo type) {
        AnnotationValue name = type.hasDeclaredAnnotation(NAMED)
                ? type.declaredAnnotation(NAMED).value("name")
                : null;
        return name == null ? type.name().withoutPackagePrefix().replaceAll(".*\\$", "") : name.asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        api.getComponents().getSchemas().forEach((name, schema) -> {
            // A second schema of the same simple name is called Line1.
            Set<String> nullable = nullableBySchema.get(name.replaceAll("(?<=[a-z])[0-9]+$", ""));
            if (nullable != null && schema.getProperties() != null) {
                Map.copyOf(schema.getProperties()).forEach((property, declared) -> {
                    if (nullable.contains(property)) {
                        schema.addProperty(property, orNull(declared));
                    }
                });
            }
        });
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
}
