package org.opencmas.problem.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.FaultList;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.value.Pointers;

/**
 * Looks through a body before anything is made of it, so that one which holds more than anybody may send costs no more than
 * its reading: an entry of a list takes three bytes to send and thousands to keep, to judge and to complain about.
 *
 * <p>A list may have as many entries as its field's {@link Size} or {@link Schema#maxItems} says, else {@value
 * #MAX_ENTRIES}; an object as many fields. A whole body has at most {@value #MAX_VALUES} values.
 */
final class JsonLimits {
    /** Most entries of a list, or fields of an object, for which nothing is declared, inclusive. */
    static final int MAX_ENTRIES = 1_000;
    /** Most values of a body, objects and lists included, inclusive: 1,000 lines of an order with 100 fields each. */
    static final int MAX_VALUES = 100_000;

    private final ObjectMapper json;
    private final Map<JavaType, Map<String, Field>> fieldsByType = new ConcurrentHashMap<>();

    JsonLimits(ObjectMapper json) {
        this.json = json;
    }

    /** @param most entries, should it be a list */
    private record Field(JavaType type, int most) {}

    /** An object or a list that is being read; type is null where nothing is known of it. */
    private static final class Level {
        private final @Nullable JavaType type;
        private final boolean list;
        private final int most;
        private int entries;
        private String name = "";

        Level(@Nullable JavaType type, boolean list, int most) {
            this.type = type;
            this.list = list;
            this.most = most;
        }
    }

    /**
     * @param type what the body is meant to become
     * @throws InvalidRequest (400) naming every list that is too long
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is no JSON
     */
    void check(byte[] body, JavaType type) throws IOException {
        var tooLong = new FaultList();
        Deque<Level> levels = new ArrayDeque<>();
        int values = 0;
        try (JsonParser parser = json.getFactory().createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Level level = levels.peek();
                if (token == JsonToken.FIELD_NAME && level != null) {
                    level.name = parser.currentName();
                    count(levels, level, tooLong);
                } else if (token.isStructEnd()) {
                    levels.pop();
                } else {
                    if (++values > MAX_VALUES) {
                        throw new InvalidRequest(new Fault("", "must have at most " + MAX_VALUES + " values"));
                    }
                    if (level != null && level.list) {
                        count(levels, level, tooLong);
                    }
                    if (token.isStructStart()) {
                        levels.push(begun(level, token == JsonToken.START_ARRAY, type));
                    }
                }
            }
        }
        if (!tooLong.isEmpty()) {
            throw new InvalidRequest(tooLong);
        }
    }

    private static void count(Deque<Level> levels, Level level, FaultList tooLong) {
        if (++level.entries == level.most + 1) {
            String unit = level.list ? " entries" : " fields";
            tooLong.add(new Fault(pointer(levels), "must have at most " + level.most + unit));
        }
    }

    private Level begun(@Nullable Level outer, boolean list, JavaType whole) {
        if (outer == null) {
            return new Level(whole, list, MAX_ENTRIES);
        }
        if (outer.type == null || outer.list || outer.type.isMapLikeType()) {
            return new Level(outer.type == null ? null : outer.type.getContentType(), list, MAX_ENTRIES);
        }
        Field field = fields(outer.type).get(outer.name);
        return field == null
                ? new Level(null, list, MAX_ENTRIES)
                : new Level(field.type, list, list ? field.most : MAX_ENTRIES);
    }

    private Map<String, Field> fields(JavaType type) {
        return fieldsByType.computeIfAbsent(type, t -> {
            Map<String, Field> fields = new HashMap<>();
            for (BeanPropertyDefinition property :
                    json.getDeserializationConfig().introspect(t).findProperties()) {
                if (property.couldDeserialize()) {
                    fields.put(property.getName(), new Field(itself(property.getPrimaryType()), mostEntries(property)));
                }
            }
            return fields;
        });
    }

    private static JavaType itself(JavaType declared) {
        return declared.isReferenceType() ? declared.getReferencedType() : declared;
    }

    private static int mostEntries(BeanPropertyDefinition property) {
        return declared(property, Size.class, Size::max)
                .filter(max -> max < Integer.MAX_VALUE)
                .findFirst()
                .or(() -> declared(property, Schema.class, Schema::maxItems)
                        .filter(max -> max > 0)
                        .findFirst())
                .orElse(MAX_ENTRIES);
    }

    private static <A extends Annotation> Stream<Integer> declared(
            BeanPropertyDefinition property, Class<A> annotation, Function<A, Integer> limit) {
        return Stream.<@Nullable AnnotatedMember>of(
                        property.getConstructorParameter(), property.getField(), property.getGetter())
                .flatMap(Stream::ofNullable)
                .map(member -> member.getAnnotation(annotation))
                .flatMap(Stream::ofNullable)
                .map(limit);
    }

    /** Of the innermost level. */
    private static String pointer(Deque<Level> levels) {
        var pointer = new StringBuilder();
        for (Iterator<Level> outside = levels.descendingIterator(); outside.hasNext(); ) {
            Level level = outside.next();
            if (outside.hasNext()) {
                pointer.append('/')
                        .append(level.list ? Integer.toString(level.entries - 1) : Pointers.escaped(level.name));
            }
        }
        return pointer.toString();
    }
}
