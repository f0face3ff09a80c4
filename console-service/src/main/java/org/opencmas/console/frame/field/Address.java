package org.opencmas.console.frame.field;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An address of this console with everything that a page needs to show the same again; each change makes another one. It never leads to another host. */
public final class Address {
    private final String path;
    private final Map<String, List<String>> fields;

    private Address(String path, Map<String, List<String>> fields) {
        this.path = path;
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** @param segments put together with slashes, each encoded */
    public static Address of(String... segments) {
        var path = new StringBuilder();
        for (String segment : segments) {
            if (segment.isEmpty()) {
                throw new IllegalArgumentException("A segment of an address is empty");
            }
            path.append('/').append(encoded(segment).replace("+", "%20"));
        }
        return new Address(path.toString(), new LinkedHashMap<>());
    }

    /** Gives a field this value alone; an empty value takes the field away. */
    public Address with(String field, String value) {
        return with(field, value.isEmpty() ? List.of() : List.of(value));
    }

    public Address with(String field, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(fields);
        if (values.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, List.copyOf(values));
        }
        return new Address(path, changed);
    }

    public Address without(String field) {
        return with(field, List.of());
    }

    /** Takes one value of a field away, and leaves its others. */
    public Address without(String field, String value) {
        List<String> left = new ArrayList<>(values(field));
        left.remove(value);
        return with(field, left);
    }

    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The same fields at another path. */
    public Address at(String... segments) {
        return new Address(of(segments).path, fields);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(path);
        char sign = '?';
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            for (String value : field.getValue()) {
                text.append(sign).append(encoded(field.getKey())).append('=').append(encoded(value));
                sign = '&';
            }
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
