package org.opencmas.compliance.rule.outcome;

import java.util.List;
import java.util.stream.Stream;

/** Judges a subject part by part: every trouble is an outcome of its own, and no trouble is one pass. */
public final class Outcomes {
    private Outcomes() {}

    public static List<Outcome> orPass(Stream<Trouble> troubles, Pass pass) {
        List<Outcome> found = troubles.map(Outcome.class::cast).toList();
        return found.isEmpty() ? List.of(pass) : found;
    }
}
