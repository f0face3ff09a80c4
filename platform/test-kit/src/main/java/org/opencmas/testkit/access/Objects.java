package org.opencmas.testkit.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Objects of a tenant that makes no call, by the path parameter that names them, and names of none. */
final class Objects {
    private static final int LONGEST_COUNT = 3;
    private static final String VOLATILE = "\"(instance|requestId|traceId)\":\"[^\"]*\"";

    private final Map<String, Pair> values = new HashMap<>();

    private record Pair(String foreign, String absent) {}

    void add(String parameter, String foreign, String absent) {
        values.put(parameter, new Pair(foreign, absent));
    }

    /** Whether what is given by that name tells of its object wherever it stands: a version or a year does not. */
    boolean names(String parameter) {
        return values.containsKey(parameter) && values.get(parameter).foreign.length() > LONGEST_COUNT;
    }

    boolean hasAll(List<String> parameters) {
        return parameters.stream().anyMatch(values::containsKey);
    }

    String foreign(String parameter) {
        Pair pair = values.get(parameter);
        return pair == null ? "1" : pair.foreign;
    }

    String absent(String parameter) {
        Pair pair = values.get(parameter);
        return pair == null ? UUID.randomUUID().toString() : pair.absent;
    }

    boolean tells(String body) {
        return values.values().stream()
                .anyMatch(pair -> pair.foreign.length() > LONGEST_COUNT && body.contains(pair.foreign));
    }

    /** Whether the body tells of an object besides those that the caller named. */
    boolean tellsMoreThan(List<String> named, String body) {
        return values.entrySet().stream()
                .filter(entry -> !named.contains(entry.getKey()))
                .map(entry -> entry.getValue().foreign)
                .anyMatch(value -> value.length() > LONGEST_COUNT && body.contains(value));
    }

    /** The body without the values that were sent and what belongs to the one request. */
    String withoutValues(String body) {
        String text = body.replaceAll(VOLATILE, "");
        List<String> sent = new ArrayList<>();
        values.values().forEach(pair -> sent.addAll(List.of(pair.foreign, pair.absent)));
        for (String value : sent) {
            text = value.length() > LONGEST_COUNT ? text.replace(value, "...") : text;
        }
        return text;
    }
}
