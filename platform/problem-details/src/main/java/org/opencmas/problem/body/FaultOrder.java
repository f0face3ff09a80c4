package org.opencmas.problem.body;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencmas.problem.Fault;

/**
 * Puts faults into the order of the body: those of parameters first, as they were found, then those of fields in the order in which their
 * type, and so the OpenAPI document, declares them, entries of a list by their index. An unknown field comes after the known ones.
 */
final class FaultOrder {
    private static final Comparator<List<Integer>> BY_PLACE = FaultOrder::compare;

    private final ObjectMapper json;

    FaultOrder(ObjectMapper json) {
        this.json = json;
    }

    /** @param body what the pointers of the faults lead into */
    List<Fault> sorted(List<Fault> faults, JavaType body) {
        return faults.stream()
                .sorted(Comparator.comparing(fault -> place(fault.pointer(), body), BY_PLACE))
                .toList();
    }

    /** Where it stands: a number for each step on the way, none for a parameter, a single one for the whole body. */
    private List<Integer> place(String pointer, JavaType body) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            return List.of();
        }
        List<Integer> place = new ArrayList<>(List.of(0));
        JavaType type = body;
        String[] steps = pointer.split("/", -1);
        for (int i = 1; i < steps.length; i++) {
            JavaType at = type.isReferenceType() ? type.getReferencedType() : type;
            if (at.isCollectionLikeType() || at.isArrayType()) {
                place.add(index(steps[i]));
                type = at.getContentType();
            } else if (at.getRawClass().isRecord()) {
                BodyFields fields = BodyFields.of(json, at);
                place.add(fields.index(steps[i]));
                type = fields.type(steps[i]);
            } else {
                return place;
            }
        }
        return place;
    }

    private static int index(String step) {
        try {
            return Integer.parseInt(step);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int step = Integer.compare(one.get(i), other.get(i));
            if (step != 0) {
                return step;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
