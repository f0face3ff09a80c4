package org.opencmas.compliance.exemption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.NewDetermination.NewAttested;
import org.opencmas.compliance.exemption.NewDetermination.NewFoundAgreement;
import org.opencmas.compliance.exemption.NewDetermination.NewProcurement;
import org.opencmas.compliance.exemption.NewDetermination.NewSearch;
import org.opencmas.compliance.exemption.tree.ExemptionFacts;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.Attested;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.AttestedPoint;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.FoundAgreement;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.LpaSearch;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.MandatoryPeriod;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.Procurement;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * Makes facts of a body, and notes every fault of it: what is missing, a date in the future, an agreement that is said to be mandatory
 * and is not on the day of the procurement, an unmet need without a justification.
 */
final class DeterminationReading {
    /** Most agreements that a search may have found, inclusive. */
    static final int MAX_AGREEMENTS = 100;
    /** Most steps of one agreement's User Instructions, inclusive. */
    static final int MAX_STEPS = 50;

    private static final int LONGEST_NAME = 200;
    private static final String MISSING = "is missing";

    private final LocalDate today;
    private final FieldReader fields;

    private DeterminationReading(LocalDate today, FieldReader fields) {
        this.today = today;
        this.fields = fields;
    }

    /**
     * The facts; not to be used when {@code fields} has faults.
     *
     * @param today in California
     */
    static ExemptionFacts facts(NewDetermination sent, LocalDate today, FieldReader fields) {
        return new DeterminationReading(today, fields).facts(sent);
    }

    private ExemptionFacts facts(NewDetermination sent) {
        AgencyClass agencyClass = fields.requiredChoice("/agencyClass", sent.agencyClass(), AgencyClass.STATE);
        boolean technology = flag("/informationTechnology", sent.informationTechnology());
        Procurement procurement = procurement(sent.procurement());
        // Without a sound day of the procurement nothing is said of how the agreements stand to it.
        LocalDate day = soundDay(sent.procurement());
        NewSearch search = sent.search();
        return new ExemptionFacts(
                agencyClass,
                technology,
                procurement,
                search == null ? null : search(search, day),
                attestations(sent.attestations()));
    }

    private static @Nullable LocalDate soundDay(@Nullable NewProcurement sent) {
        var alone = new FieldReader();
        LocalDate day = sent == null ? null : alone.optionalDate("", sent.procuredOn());
        return alone.faultCount() == 0 ? day : null;
    }

    private Procurement procurement(@Nullable NewProcurement sent) {
        if (sent == null) {
            fields.fault("/procurement", MISSING);
            return new Procurement("", "", Usd.ZERO, ProgramCalendar.FIRST_DAY);
        }
        return new Procurement(
                fields.text("/procurement/description", sent.description(), 1000),
                fields.text("/procurement/businessNeed", sent.businessNeed(), 2000),
                fields.money("/procurement/estimatedAmount", sent.estimatedAmount(), 2),
                fields.pastDate("/procurement/procuredOn", sent.procuredOn(), today));
    }

    private LpaSearch search(NewSearch sent, @Nullable LocalDate day) {
        List<FoundAgreement> found = new ArrayList<>();
        if (sent.found() == null) {
            fields.fault("/search/found", MISSING, "Give an empty list when the search found none.");
        } else {
            Set<String> numbers = new HashSet<>();
            fields.each("/search/found", sent.found(), MAX_AGREEMENTS, (at, agreement) -> {
                FoundAgreement read = agreement(at, agreement, day);
                if (!read.number().isEmpty() && !numbers.add(Identifier.keyOf(read.number()))) {
                    fields.fault(at + "/number", "\"" + FieldReader.shortened(read.number()) + "\" is named twice");
                }
                found.add(read);
            });
        }
        return new LpaSearch(
                fields.pastDate("/search/searchedOn", sent.searchedOn(), today),
                fields.identifier("/search/searchedBy", sent.searchedBy(), LONGEST_NAME),
                fields.text("/search/scope", sent.scope(), 2000),
                List.copyOf(found));
    }

    private FoundAgreement agreement(String at, NewFoundAgreement sent, @Nullable LocalDate day) {
        boolean mandatory = flag(at + "/mandatory", sent.mandatory());
        MandatoryPeriod period = mandatory ? period(at, sent, day) : null;
        if (!mandatory && (sent.mandatoryFrom() != null || sent.mandatoryThrough() != null)) {
            fields.fault(
                    at + (sent.mandatoryFrom() == null ? "/mandatoryThrough" : "/mandatoryFrom"),
                    "is given although the agreement is not mandatory");
        }
        if (mandatory && sent.meetsNeed() == null) {
            fields.fault(at + "/meetsNeed", MISSING, "Say whether the need can be met with its products.");
        }
        boolean needsReason = mandatory && Boolean.FALSE.equals(sent.meetsNeed());
        String unmetNeed = reason(at + "/unmetNeed", sent.unmetNeed(), 2000, needsReason);
        if (unmetNeed != null && Boolean.TRUE.equals(sent.meetsNeed())) {
            fields.fault(at + "/unmetNeed", "is given although its products meet the need");
        }
        return new FoundAgreement(
                fields.identifier(at + "/number", sent.number(), 60),
                period,
                sent.meetsNeed(),
                unmetNeed,
                reason(at + "/justification", sent.justification(), 4000, needsReason),
                steps(at + "/userInstructionSteps", sent.userInstructionSteps()));
    }

    private MandatoryPeriod period(String at, NewFoundAgreement sent, @Nullable LocalDate day) {
        int before = fields.faultCount();
        LocalDate from = fields.date(at + "/mandatoryFrom", sent.mandatoryFrom());
        LocalDate through = fields.optionalDate(at + "/mandatoryThrough", sent.mandatoryThrough());
        if (fields.faultCount() > before) {
            return new MandatoryPeriod(from, through);
        }
        String remedy = "Record it with mandatory false, or leave it out.";
        if (through != null && through.isBefore(from)) {
            fields.fault(at + "/mandatoryThrough", "is before its first day, " + from);
        } else if (day != null && through != null && through.isBefore(day)) {
            fields.fault(
                    at + "/mandatoryThrough",
                    "its use was mandatory through " + through + " only, not on " + day
                            + ", the day of the procurement",
                    remedy);
        } else if (day != null && from.isAfter(day)) {
            fields.fault(
                    at + "/mandatoryFrom",
                    "its use is mandatory from " + from + " only, not on " + day + ", the day of the procurement",
                    remedy);
        }
        return new MandatoryPeriod(from, through);
    }

    private @Nullable String reason(String at, @Nullable String sent, int longest, boolean required) {
        return required ? fields.text(at, sent, longest) : fields.optionalText(at, sent, longest);
    }

    private @Nullable List<String> steps(String at, @Nullable List<@Nullable String> sent) {
        if (sent == null) {
            return null;
        }
        List<String> steps = new ArrayList<>();
        fields.each(at, sent, MAX_STEPS, (place, step) -> steps.add(fields.text(place, step, 1000)));
        return List.copyOf(steps);
    }

    private List<Attested> attestations(@Nullable List<@Nullable NewAttested> sent) {
        List<Attested> attested = new ArrayList<>();
        if (sent != null) {
            Set<AttestedPoint> points = EnumSet.noneOf(AttestedPoint.class);
            fields.each("/attestations", sent, AttestedPoint.values().length, (at, one) -> {
                int before = fields.faultCount();
                AttestedPoint point = fields.requiredChoice(at + "/point", one.point(), AttestedPoint.COST_EFFECTIVE);
                if (fields.faultCount() == before && !points.add(point)) {
                    fields.fault(at + "/point", point + " is attested twice");
                }
                attested.add(new Attested(
                        point,
                        flag(at + "/holds", one.holds()),
                        fields.identifier(at + "/attestedBy", one.attestedBy(), LONGEST_NAME),
                        fields.pastDate(at + "/attestedOn", one.attestedOn(), today)));
            });
        }
        return List.copyOf(attested);
    }

    private boolean flag(String at, @Nullable Boolean sent) {
        if (sent == null) {
            fields.fault(at, MISSING, "Say true or false: nothing is assumed.");
            return false;
        }
        return sent;
    }
}
