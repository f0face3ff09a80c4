package org.opencmas.compliance.review.finding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.Order;

/** The five questions of which a contractor must have evidence (CMP-EVIDENCE-5, Guide s12 p23), answered of one order. */
public final class Evidence {
    private Evidence() {}

    /** A question, in the order of the guide. */
    public enum Question {
        /** Did the contractor have an active CMAS? */
        CMAS_ACTIVE(FindingKind.CMAS_NOT_ACTIVE),
        /** Did the agency obtain the CMAS and the price pages of what it bought? No fact here tells: a person asks for the evidence. */
        COPY_OBTAINED(),
        /** Is nothing bundled? */
        NOT_BUNDLED(FindingKind.PRICE_BUNDLING),
        /** Are prices, titles, skill levels and rates delineated, and do they agree with the CMAS? */
        PRICES_AGREE(FindingKind.OVERCHARGE, FindingKind.NOT_ON_CONTRACT),
        /** Does the order show the correct CMAS number? */
        NUMBER_CORRECT(FindingKind.WRONG_CMAS_NUMBER);

        private final Set<FindingKind> against;

        Question(FindingKind... against) {
            this.against = EnumSet.noneOf(FindingKind.class);
            this.against.addAll(Arrays.asList(against));
        }
    }

    /** What is said to a question. */
    public enum Answer {
        IN_ORDER,
        NOT_IN_ORDER,
        /** A person has to look, or a fact is missing. */
        OPEN
    }

    /** A question with its answer. */
    public record Answered(Question question, Answer answer) {}

    /**
     * The five answers that follow from what was found on the order. Of services no fact here tells whether titles and skill levels are
     * those of the CMAS: a person compares them, unless a rate is already wrong.
     */
    public static List<Answered> answers(Order order, List<ReviewFinding> found) {
        return Arrays.stream(Question.values())
                .map(question -> new Answered(question, answer(question, order, found)))
                .toList();
    }

    private static Answer answer(Question question, Order order, List<ReviewFinding> found) {
        List<ReviewFinding> against = found.stream()
                .filter(finding -> question.against.contains(finding.kind()))
                .toList();
        if (against.stream().anyMatch(finding -> finding.weight() == Weight.VIOLATION)) {
            return Answer.NOT_IN_ORDER;
        }
        boolean titlesToCompare = question == Question.PRICES_AGREE
                && order.lines().stream().anyMatch(line -> line.kind() == LineKind.SERVICES);
        return question.against.isEmpty() || !against.isEmpty() || titlesToCompare ? Answer.OPEN : Answer.IN_ORDER;
    }
}
