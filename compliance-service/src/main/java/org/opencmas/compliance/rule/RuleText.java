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
 * @param reach whom and when it binds
 * @param latitude what an agency may decide about it
 * @param parameters the dated figures it uses
 */
public record RuleText(
        String id,
        int version,
        RuleKind kind,
        Wording wording,
        Reach reach,
        Latitude latitude,
        List<ParameterName> parameters) {
    /** Earlier editions of the guide were not found, so this edition is read onto older documents too. */
    private static final Days SINCE_THE_GUIDE = new Days(LocalDate.of(2019, 8, 1), null);

    /** What the law or the CMAS says is nobody's to lift. */
    private static final Latitude NONE = new Latitude(false, false);

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
     * Whom and when the rule binds.
     *
     * @param binds the class of agency; null for both
     */
    public record Reach(@Nullable AgencyClass binds, Days days) {}

    /**
     * What an agency may decide about the rule, as far as its requirement leaves that to the agency.
     *
     * @param overridable true when a named person of the agency may go on in spite of a finding, giving the reason
     * @param severityByAgency true when the agency says whether breaking it stops the document or is a warning
     */
    public record Latitude(boolean overridable, boolean severityByAgency) {}

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
        Wording wording = new Wording(title, meaning, citation, null);
        return new RuleText(id, version, kind, wording, new Reach(null, SINCE_THE_GUIDE), NONE, List.of());
    }

    public RuleText read(String howSettled) {
        Wording settled = new Wording(title(), meaning(), citation(), howSettled);
        return new RuleText(id, version, kind, settled, reach, latitude, parameters);
    }

    public RuleText binding(AgencyClass only) {
        return new RuleText(id, version, kind, wording, new Reach(only, days()), latitude, parameters);
    }

    public RuleText using(ParameterName... figures) {
        return new RuleText(id, version, kind, wording, reach, latitude, List.of(figures));
    }

    /** The same for the days from the one through the other, both inclusive; null for no last day. */
    public RuleText between(LocalDate from, @Nullable LocalDate through) {
        return new RuleText(
                id, version, kind, wording, new Reach(binds(), new Days(from, through)), latitude, parameters);
    }

    /** The same, where the requirement lets a named person of the agency go on in spite of it. */
    public RuleText mayBeOverridden() {
        Latitude open = new Latitude(true, latitude.severityByAgency());
        return new RuleText(id, version, kind, wording, reach, open, parameters);
    }

    /**
     * The same, where the requirement leaves it to the agency whether it stops the document; until the agency says otherwise, the kind of the
     * row holds.
     */
    public RuleText withSeverityByAgency() {
        Latitude open = new Latitude(latitude.overridable(), true);
        return new RuleText(id, version, kind, wording, reach, open, parameters);
    }

    public @Nullable AgencyClass binds() {
        return reach.binds();
    }

    public Days days() {
        return reach.days();
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
