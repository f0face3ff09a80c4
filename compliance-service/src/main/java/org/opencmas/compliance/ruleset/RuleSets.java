package org.opencmas.compliance.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.law.LawIndex;
import org.opencmas.compliance.rule.judging.RuleVersion;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

/** Every rule set of a release, the oldest first; the last one is in force. */
public final class RuleSets {
    private static final List<RuleSet> ALL = LawIndex.table(
            "rule-sets",
            row -> new RuleSet(
                    row[0],
                    LocalDate.parse(row[1]),
                    Stream.of(row[2].split(" ", -1)).map(RuleVersion::parse).toList()));

    private RuleSets() {}

    public static List<RuleSet> all() {
        return ALL;
    }

    public static RuleSet inForce() {
        return ALL.getLast();
    }

    public static Optional<RuleSet> find(String version) {
        return ALL.stream().filter(set -> set.version().equals(version)).findFirst();
    }

    /**
     * The one of that version; the one in force for null.
     *
     * @throws InvalidRequest (400) for one that is not known
     */
    public static RuleSet asked(String pointer, @Nullable String version) {
        return version == null ? inForce() : find(version).orElseThrow(() -> new InvalidRequest(unknown(pointer)));
    }

    /** What is said of a version that is not known. */
    public static Fault unknown(String pointer) {
        return new Fault(
                pointer,
                "is no rule set of any release",
                "Take a version that GET /v1/rule-sets lists, or leave it out for the one in force.");
    }
}
