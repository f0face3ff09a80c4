package org.opencmas.compliance.exemption.tree;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.tree.Determination.DgsStep;
import org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome;
import org.opencmas.compliance.exemption.tree.Determination.LetterCitation;
import org.opencmas.compliance.exemption.tree.Determination.OpenPoint;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.Attested;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.AttestedPoint;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.FoundAgreement;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.LpaSearch;
import org.opencmas.terms.AgencyClass;

/**
 * The decision tree of the Technology Letter as one table (EXM-SCOPE, EXM-MANDATORY-FLAG, EXM-NO-LPA, EXM-LPA-NEED-NOT-MET,
 * EXM-LPA-NEED-MET, EXM-DGS-PROCEDURE, EXM-USER-INSTRUCTIONS): the first row that holds decides.
 *
 * <p>An agreement binds on the days of its mandatory period, first and last included. Nothing is ever approved here.
 */
public final class DecisionTree {
    /** Counts up when the table changes, so that an old determination tells by which one it was made. */
    public static final int VERSION = 1;

    private static final LetterCitation BACKGROUND = LetterCitation.of("Background");
    private static final LetterCitation PURPOSE = LetterCitation.of("Purpose and Description");
    private static final LetterCitation PROCESS = LetterCitation.of("Process");
    private static final LetterCitation QUESTIONS = LetterCitation.of("Questions");

    private static final List<Row> TABLE = List.of(
            new Row(
                    ExemptionOutcome.NOT_APPLICABLE,
                    "EXM-SCOPE",
                    BACKGROUND,
                    tree -> tree.facts.agencyClass() == AgencyClass.LOCAL,
                    tree -> "The Letter binds State departments; the buyer is a local agency."),
            new Row(
                    ExemptionOutcome.NOT_APPLICABLE,
                    "EXM-SCOPE",
                    BACKGROUND,
                    tree -> !tree.facts.informationTechnology(),
                    tree -> "The Letter is about information technology, and none is bought."),
            new Row(
                    ExemptionOutcome.REFER_TO_PMO,
                    "EXM-NO-LPA",
                    QUESTIONS,
                    tree -> tree.facts.search() == null,
                    tree -> "Whether a mandatory agreement exists is not known: no search for one was recorded."),
            new Row(
                    ExemptionOutcome.USE_MANDATORY_LPA,
                    "EXM-LPA-NEED-MET",
                    BACKGROUND,
                    tree -> !tree.meetingTheNeed().isEmpty(),
                    tree -> "The use of " + numbers(tree.meetingTheNeed()) + " is mandatory on " + tree.day()
                            + ", and the need is met with its products."),
            new Row(
                    ExemptionOutcome.EXEMPTION_REQUIRED,
                    "EXM-LPA-NEED-NOT-MET",
                    BACKGROUND,
                    tree -> !tree.mandatory().isEmpty(),
                    tree -> "The use of " + numbers(tree.mandatory()) + " is mandatory on " + tree.day()
                            + ", and the need is not met with its products: the Technology Agency decides on an exemption."),
            new Row(
                    ExemptionOutcome.REFER_TO_PMO,
                    "EXM-NO-LPA",
                    QUESTIONS,
                    tree -> !tree.openAttestations().isEmpty(),
                    tree -> "No mandatory agreement was found for " + tree.day()
                            + ", but not all is attested on which the Letter makes it depend that no exemption is needed."),
            new Row(
                    ExemptionOutcome.NO_EXEMPTION_NEEDED,
                    "EXM-NO-LPA",
                    PROCESS,
                    tree -> true,
                    tree -> "No mandatory agreement was found for " + tree.day()
                            + ", and all three points are attested: no request is submitted, and the Technology Agency neither reviews"
                            + " nor approves."));

    private final ExemptionFacts facts;

    private DecisionTree(ExemptionFacts facts) {
        this.facts = facts;
    }

    /** A row of the table: it decides where {@code holds} is true of the facts and of no row above. */
    private record Row(
            ExemptionOutcome outcome,
            String requirement,
            LetterCitation citation,
            Predicate<DecisionTree> holds,
            Function<DecisionTree, String> reason) {}

    /** What the Letter says of these facts. */
    public static Determination determine(ExemptionFacts facts) {
        var tree = new DecisionTree(facts);
        Row row = TABLE.stream()
                .filter(each -> each.holds().test(tree))
                .findFirst()
                .orElseThrow(); // the last row always holds
        return new Determination(
                row.outcome(),
                row.requirement(),
                row.reason().apply(tree),
                row.citation(),
                row.outcome() == ExemptionOutcome.REFER_TO_PMO ? tree.openPoints() : List.of(),
                tree.dgsTrack(row.outcome()),
                tree.notes(row.outcome()));
    }

    private LocalDate day() {
        return facts.procurement().procuredOn();
    }

    private List<FoundAgreement> found() {
        LpaSearch search = facts.search();
        return search == null ? List.of() : search.found();
    }

    private List<FoundAgreement> mandatory() {
        return found().stream().filter(each -> each.isMandatoryOn(day())).toList();
    }

    private List<FoundAgreement> meetingTheNeed() {
        return mandatory().stream()
                .filter(each -> Boolean.TRUE.equals(each.meetsNeed()))
                .toList();
    }

    private static String numbers(List<FoundAgreement> agreements) {
        return agreements.stream().map(FoundAgreement::number).collect(Collectors.joining(", "));
    }

    private List<OpenPoint> openPoints() {
        List<OpenPoint> open = new ArrayList<>();
        if (facts.search() == null) {
            open.add(new OpenPoint("SEARCH", "who searched for mandatory agreements, when and where is not recorded"));
        }
        open.addAll(openAttestations());
        return open;
    }

    private List<OpenPoint> openAttestations() {
        return Arrays.stream(AttestedPoint.values())
                .map(this::whyOpen)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null for a point that a person attested to hold. */
    private @Nullable OpenPoint whyOpen(AttestedPoint point) {
        Optional<Attested> said = facts.attestations().stream()
                .filter(each -> each.point() == point)
                .findFirst();
        if (said.isEmpty()) {
            return new OpenPoint(point.name(), "nobody attested that " + point.words());
        }
        Attested word = said.get();
        return word.holds()
                ? null
                : new OpenPoint(
                        point.name(),
                        word.attestedBy() + " said on " + word.attestedOn() + " that it does not hold that "
                                + point.words());
    }

    private List<DgsStep> dgsTrack(ExemptionOutcome outcome) {
        List<DgsStep> track = new ArrayList<>();
        if (outcome != ExemptionOutcome.NOT_APPLICABLE) {
            track.add(new DgsStep(
                    "Follow the procedures that DGS has established for such procurements.", null, PURPOSE));
        }
        for (FoundAgreement agreement : found()) {
            List<String> steps = agreement.userInstructionSteps();
            if (steps != null) {
                steps.forEach(step -> track.add(new DgsStep(step, agreement.number(), PROCESS)));
            } else if (agreement.isMandatoryOn(day())) {
                track.add(new DgsStep(
                        "Read the User Instructions for further steps of DGS; they were not recorded.",
                        agreement.number(),
                        PROCESS));
            }
        }
        return track;
    }

    private List<String> notes(ExemptionOutcome outcome) {
        List<String> notes = new ArrayList<>();
        notes.add("Holds for this purchase and for " + day() + " only: an agreement may become mandatory later.");
        LpaSearch search = facts.search();
        if (search != null && !search.searchedOn().equals(day())) {
            notes.add("The search was made on " + search.searchedOn() + " and not on the day of the procurement.");
        }
        if (outcome == ExemptionOutcome.REFER_TO_PMO) {
            notes.add(
                    "A reading: the Letter is silent on what follows when a point is missing or denied. Ask the department's"
                            + " Principal or Manager of the Technology Agency's Program Management Office.");
        }
        return notes;
    }
}
