package org.opencmas.bench.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run has measured so far: comparisons with a bare client, and remarks, which are words by name under a heading. */
public final class Results {
    private final List<Comparison> comparisons = new ArrayList<>();
    private final Map<String, Map<String, String>> remarks = new LinkedHashMap<>();

    public void add(Comparison comparison) {
        comparisons.add(comparison);
    }

    /**
     * Adds a remark.
     *
     * @param heading also the name of the file that the remarks under it are written to
     */
    public void remark(String heading, String name, String words) {
        remarks.computeIfAbsent(heading, each -> new LinkedHashMap<>()).put(name, words);
    }

    List<Comparison> comparisons() {
        return Collections.unmodifiableList(comparisons);
    }

    Map<String, Map<String, String>> remarks() {
        return Collections.unmodifiableMap(remarks);
    }
}
