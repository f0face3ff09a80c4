package org.opencmas.compliance.rule;

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
 * @param binds the class of agency it binds; null when it binds both
 * @param parameters the dated figures it uses
 */
public record RuleText(
        String id,
        int version,
        RuleKind kind,
        Wording wording,
        @Nullable AgencyClass binds,
        Days days,
        List<ParameterName> parameters) {
    /** Earlier editions of the guide were not found, so this edition is read onto older documents too. */
    private static final Days SINCE_THE_GUIDE = new Days(LocalDate.of(2019, 8, 1), null);

    /**
     * What the requirement is.
     *
     * @param title the requirement in one sentence
     * @param meaning the requirement with its limits, and whether they are inclusive
     * @param citation where it is written
     * @param reading how a point the text leaves open is settled here; null when nothing is open
     */
    public record Wording(
            String title,
            String meaning,
            Citation citation,
            @Nullable String reading) {}

    /**
     * The days on which the text binds. On other days it is read onto the document, and every finding says so.
     *
     * @param from first day for which the text can be cited
     * @param through last day, inclusive; null while it binds
     */
    public record Days(LocalDate from, @Nullable LocalDate through) {
        public boolean include(LocalDate day) {
            return !day.isBefore(from) && (through == null || !day.isAfter(through));
        }

        public String inWords() {
            return through == null ? "from %s".formatted(from) : "from %s through %s".formatted(from, through);
        }
    }

    public static RuleText of(String id, int version, RuleKind kind, String title, String meaning, Citation citation) {
        return new RuleText(
                id, version, kind, new Wording(title, meaning, citation, null), null, SINCE_THE_GUIDE, List.of());
    }

    public RuleText read(String howSettled) {
        return new RuleText(
                id, version, kind, new Wording(title(), meaning(), citation(), howSettled), binds, days, parameters);
    }

    public RuleText binding(AgencyClass only) {
        return new RuleText(id, version, kind, wording, only, days, parameters);
    }

    public RuleText using(ParameterName... figures) {
        return new RuleText(id, version, kind, wording, binds, days, List.of(figures));
    }

    /** The same for the days from the one through the other, both inclusive; null for no last day. */
    public RuleText between(LocalDate from, @Nullable LocalDate through) {
        return new RuleText(id, version, kind, wording, binds, new Days(from, through), parameters);
    }

    public String title() {
        return wording.title();
    }

    public String meaning() {
        return wording.meaning();
    }

    public Citation citation() {
        return wording.citation();
    }

    public @Nullable String reading() {
        return wording.reading();
    }
}
