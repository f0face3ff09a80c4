package org.opencmas.problem.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.FaultList;
import org.opencmas.problem.value.NearestName;
import org.opencmas.problem.value.Pointers;
import org.opencmas.problem.value.Types;

/**
 * Compares a JSON tree with the type it was meant to become: unknown fields, wrong types and refusals of constructors at
 * every place, then the constraint violations of what is left when those are taken out, and what a {@link CheckedBody} says of it.
 */
final class BodyFaults {
    private final ObjectMapper json;
    private final Validator validator;

    private final OwnFaults own;

    BodyFaults(ObjectMapper json, Validator validator, OwnFaults own) {
        this.json = json;
        this.validator = validator;
        this.own = own;
    }

    /** @param body changed in the process: what is at fault is taken out of it */
    FaultList of(JsonNode body, JavaType type) {
        var faults = new FaultList();
        boolean sound = check(body, type, "", faults);
        if (faults.isEmpty()) {
            faults.add(new Fault("", "has the wrong type or form"));
        } else if ((sound || body.isObject()) && !faults.isFull()) {
            faults.addElsewhere(violations(body, type));
        }
        return faults;
    }

    /** Whether the value can be bound now, after faulty fields within it were taken out. */
    private boolean check(JsonNode value, JavaType type, String at, FaultList faults) {
        if (faults.isFull()) {
            return false;
        }
        if (type.isReferenceType()) {
            return value.isNull() || check(value, type.getReferencedType(), at, faults);
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return checkList(value, type, at, faults);
        }
        if (type.isMapLikeType() && value.isObject()) {
            checkEntries((ObjectNode) value, type, at, faults);
            return true;
        }
        if (type.getRawClass().isRecord() && !isWrittenAsScalar(type)) {
            return checkRecord(value, type, at, faults);
        }
        return binds(value, type, at, faults);
    }

    private boolean checkList(JsonNode value, JavaType type, String at, FaultList faults) {
        if (value.isNull()) {
            return true;
        }
        if (!(value instanceof ArrayNode list)) {
            faults.add(new Fault(at, "must be a list"));
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!check(list.get(i), type.getContentType(), Pointers.child(at, i), faults)) {
                list.setNull(i);
            }
        }
        return true;
    }

    private void checkEntries(ObjectNode map, JavaType type, String at, FaultList faults) {
        for (String key : names(map)) {
            if (!check(map.path(key), type.getContentType(), Pointers.child(at, key), faults)) {
                map.remove(key);
            }
        }
    }

    private boolean checkRecord(JsonNode value, JavaType type, String at, FaultList faults) {
        if (value.isNull()) {
            return true;
        }
        if (!(value instanceof ObjectNode object)) {
            faults.add(new Fault(at, "must be an object"));
            return false;
        }
        int before = faults.size();
        BodyFields fields = BodyFields.of(json, type);
        for (String name : names(object)) {
            JavaType field = fields.find(name);
            String place = Pointers.child(at, name);
            if (field == null) {
                faults.addNeedless(place, () -> unknown(name, place, fields.names()));
                object.remove(name);
            } else if (!check(object.path(name), field, place, faults)) {
                object.remove(name);
            }
        }
        return faults.size() > before || binds(object, type, at, faults);
    }

    private boolean binds(JsonNode value, JavaType type, String at, FaultList faults) {
        try {
            json.readerFor(type).readValue(value);
            return true;
        } catch (JsonProcessingException e) {
            faults.add(
                    at,
                    () -> new Fault(
                            at,
                            value.isNull() ? "must not be null" : Types.expectation(type.getRawClass(), reason(e))));
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a constructor or factory of the suite said, as opposed to what the binding library says. */
    private static @Nullable Throwable reason(JsonProcessingException e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause instanceof JsonProcessingException ? null : cause;
    }

    private List<Fault> violations(JsonNode body, JavaType type) {
        try {
            Object rest = json.readerFor(type).readValue(body);
            return rest == null ? List.of() : ofRead(rest);
        } catch (IOException e) {
            return List.of(); // without the faulty fields the whole refuses too: the faults found stand for themselves
        }
    }

    /** All faults of a body that could be read: those of its constraints, then its own at other places. */
    List<Fault> ofRead(Object body) {
        List<Fault> all = new ArrayList<>(Violations.ofBody(validator.validate(body)));
        var places = new FaultList();
        all.forEach(places::add);
        all.addAll(places.beside(own.of(body)));
        return all;
    }

    private boolean isWrittenAsScalar(JavaType type) {
        BeanDescription description = json.getSerializationConfig().introspect(type);
        AnnotatedMember value = description.findJsonValueAccessor();
        return value != null;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Fault unknown(String name, String place, Set<String> known) {
        Optional<String> near = NearestName.of(name, known);
        return new Fault(
                place,
                "is not a known field",
                near.map(n -> "Did you mean " + n + "?").orElse("Known fields: " + String.join(", ", known) + "."));
    }
}
