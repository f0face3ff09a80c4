package org.opencmas.compliance.ordercheck.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.AgencyClass;

/**
 * What a rule says of itself, for people.
 *
 * @param id identifier of the requirement; public and never used for another
 * @param version counts changes of the rule's logic, from 1
 * @param kind what breaking it does
 * @param title the requirement in one sentence
 * @param meaning the requirement with its limits, and whether they are inclusive
 * @param citation where it is written
 * @param reading how a point the text leaves open is settled here; null when nothing is open
 * @param binds the class of agency it binds; null when it binds both
 * @param inForceFrom first order date it is asked for
 * @param parameters the dated figures it uses
 */
public record RuleText(
        String id,
        int version,
        RuleKind kind,
        String title,
        String meaning,
        Citation citation,
        @Nullable String reading,
        @Nullable AgencyClass binds,
        LocalDate inForceFrom,
        List<ParameterName> parameters) {
    /**
     * Year of the oldest award that a known CMAS number shows. Earlier editions of the guide were not found, so the edition of
     * August 2019 is read onto older orders too.
     */
    private static final LocalDate FIRST_AWARDS = LocalDate.of(1995, 1, 1);

    static RuleText of(String id, int version, RuleKind kind, String title, String meaning, Citation citation) {
        return new RuleText(id, version, kind, title, meaning, citation, null, null, FIRST_AWARDS, List.of());
    }

    RuleText read(String howSettled) {
        return new RuleText(id, version, kind, title, meaning, citation, howSettled, binds, inForceFrom, parameters);
    }

    RuleText binding(AgencyClass only) {
        return new RuleText(id, version, kind, title, meaning, citation, reading, only, inForceFrom, parameters);
    }

    RuleText using(ParameterName... figures) {
        return new RuleText(id, version, kind, title, meaning, citation, reading, binds, inForceFrom, List.of(figures));
    }
}
