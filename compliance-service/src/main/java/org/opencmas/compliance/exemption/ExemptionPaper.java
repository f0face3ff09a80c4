package org.opencmas.compliance.exemption;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.ExemptionRecord.Decided;
import org.opencmas.compliance.exemption.directory.PmoAssignment;
import org.opencmas.compliance.exemption.tree.Determination;
import org.opencmas.compliance.exemption.tree.Determination.DgsStep;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.FoundAgreement;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.LpaSearch;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.MandatoryPeriod;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.Procurement;
import org.opencmas.paper.Paper;

/** The dated paper of a determination for the buyer's file (EXM-RECORD). */
final class ExemptionPaper {
    private ExemptionPaper() {}

    /**
     * The paper.
     *
     * @param buyer the agency's name; null when it is not known here
     * @param directory to whom questions go on the day of the procurement
     */
    static Paper of(ExemptionRecord made, @Nullable String buyer, List<PmoAssignment> directory) {
        Procurement procurement = made.facts().procurement();
        Determination determination = made.determination();
        var paper = new Paper(
                "Exemption determination",
                "Exemption determination " + made.determinationId() + ", for " + procurement.procuredOn() + " only");
        if (!made.withdrawals().isEmpty()) {
            paper.notice(
                    "Marked: an attestation was withdrawn after this determination was made. It stays as it was made, and is to be"
                            + " asked for anew before anybody relies on it.");
        }
        paper.notice(heading(made) + "\n" + determination.reason());
        paper.heading("Procurement")
                .values(List.of(
                        List.of("Buyer", (buyer == null ? "" : buyer + "\n") + made.agencyId()),
                        List.of("Whose rules bind", words(made.facts().agencyClass())),
                        List.of("Information technology", made.facts().informationTechnology() ? "Yes" : "No"),
                        List.of("Goods or services", procurement.description()),
                        List.of("Business need", procurement.businessNeed()),
                        List.of(
                                "Estimated amount",
                                "$" + Paper.money(procurement.estimatedAmount()) + " before tax and freight"),
                        List.of("Day of procurement", procurement.procuredOn().toString()),
                        List.of(
                                "Asked",
                                moment(made.asked().at()) + " by "
                                        + made.asked().name())));
        search(paper, made.facts().search());
        attestations(paper, made);
        dgsTrack(paper, determination.dgsTrack());
        decision(paper, made);
        questions(paper, made, directory);
        paper.heading("Basis")
                .paragraph(determination.requirement() + ": "
                        + determination.citation().document() + ", "
                        + determination.citation().section() + ".");
        determination.notes().forEach(paper::paragraph);
        return paper;
    }

    private static String heading(ExemptionRecord made) {
        return switch (made.determination().outcome()) {
            case NOT_APPLICABLE -> "The Technology Letter does not apply.";
            case NO_EXEMPTION_NEEDED -> "No exemption is needed.";
            case EXEMPTION_REQUIRED ->
                made.decided() == null
                        ? "An exemption is required; nobody has decided on it yet."
                        : "An exemption is required; it was "
                                + words(made.decided().decision()).toLowerCase(Locale.ROOT) + " on "
                                + made.decided().decidedOn() + ".";
            case USE_MANDATORY_LPA -> "A mandatory agreement meets the need and must be used.";
            case REFER_TO_PMO -> "Nothing follows yet: ask the Program Management Office.";
        };
    }

    private static void search(Paper paper, @Nullable LpaSearch search) {
        paper.heading("Search for mandatory agreements");
        if (search == null) {
            paper.paragraph("No search was recorded.");
            return;
        }
        paper.paragraph(search.searchedBy() + " on " + search.searchedOn() + ": " + search.scope());
        if (search.found().isEmpty()) {
            paper.paragraph("No agreement was found that covers the goods or services.");
            return;
        }
        paper.table(
                List.of("Agreement", "Mandatory", "Meets the need", "Unmet need and justification"),
                List.of(22, 22, 14, 42),
                search.found().stream().map(ExemptionPaper::agreement).toList());
    }

    private static List<String> agreement(FoundAgreement found) {
        MandatoryPeriod mandatory = found.mandatory();
        String need = found.unmetNeed() == null ? "" : found.unmetNeed();
        String why = found.justification() == null ? "" : found.justification();
        return List.of(
                found.number(),
                mandatory == null
                        ? "No"
                        : mandatory.from() + " through "
                                + (mandatory.through() == null ? "no known day" : mandatory.through()),
                found.meetsNeed() == null ? "Not said" : found.meetsNeed() ? "Yes" : "No",
                need.isEmpty() || why.isEmpty() ? need + why : need + "\n" + why);
    }

    private static void attestations(Paper paper, ExemptionRecord made) {
        paper.heading("Attestations");
        List<List<String>> rows = new ArrayList<>();
        made.facts()
                .attestations()
                .forEach(each -> rows.add(List.of(
                        words(each.point()),
                        each.holds() ? "Holds" : "Does not hold",
                        each.attestedBy() + ", " + each.attestedOn(),
                        made.withdrawals().stream()
                                .filter(withdrawn -> withdrawn.point() == each.point())
                                .findFirst()
                                .map(withdrawn ->
                                        withdrawn.withdrawnOn() + " by " + withdrawn.name() + ": " + withdrawn.reason())
                                .orElse(""))));
        if (rows.isEmpty()) {
            paper.paragraph("None was given.");
        } else {
            paper.table(List.of("Point", "Said", "By", "Withdrawn"), List.of(26, 16, 24, 34), rows);
        }
        made.determination().openPoints().forEach(open -> paper.paragraph("Open: " + open.detail() + "."));
    }

    /** EXM-DGS-PROCEDURE, EXM-USER-INSTRUCTIONS: a track of its own, whatever the outcome. */
    private static void dgsTrack(Paper paper, List<DgsStep> steps) {
        paper.heading("Steps of the Department of General Services");
        if (steps.isEmpty()) {
            paper.paragraph("None.");
            return;
        }
        paper.table(
                List.of("Done", "Step", "From"),
                List.of(10, 60, 30),
                steps.stream()
                        .map(step -> List.of(
                                "[   ]",
                                step.step(),
                                step.agreement() == null
                                        ? "Technology Letter"
                                        : "User Instructions of " + step.agreement()))
                        .toList());
    }

    private static void decision(Paper paper, ExemptionRecord made) {
        Decided decided = made.decided();
        if (decided != null) {
            paper.heading("Decision")
                    .values(List.of(
                            List.of("Decision", words(decided.decision())),
                            List.of("Reason", decided.reason()),
                            List.of("Decided", decided.decidedOn() + " by " + decided.name())));
        }
    }

    /** EXM-QUESTIONS. */
    private static void questions(Paper paper, ExemptionRecord made, List<PmoAssignment> directory) {
        paper.heading("Questions");
        if (directory.isEmpty()) {
            paper.paragraph(
                    "To the department's Principal or Manager of the Technology Agency's Program Management Office. Nobody is"
                            + " recorded here for " + made.facts().procurement().procuredOn() + ".");
        } else {
            paper.table(
                    List.of("Office", "Person", "Contact", "Since"),
                    List.of(16, 26, 40, 18),
                    directory.stream()
                            .map(each -> List.of(
                                    words(each.role()),
                                    each.person(),
                                    each.contact(),
                                    each.validFrom().toString()))
                            .toList());
        }
    }

    private static String words(Enum<?> value) {
        String text = value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }
}
