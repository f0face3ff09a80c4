package org.opencmas.compliance.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opencmas.compliance.review.ReviewBodies.NewClosure;
import org.opencmas.compliance.review.finding.Evidence.Answer;
import org.opencmas.compliance.review.finding.Evidence.Question;
import org.opencmas.compliance.review.finding.Weight;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.By;
import org.opencmas.compliance.review.record.Review.Examined;
import org.opencmas.compliance.review.record.Review.State;
import org.opencmas.compliance.review.record.ReviewActs;
import org.opencmas.compliance.review.record.ReviewActs.Assessed;
import org.opencmas.compliance.review.record.ReviewActs.Closed;
import org.opencmas.compliance.review.record.ReviewActs.Conclusion;
import org.opencmas.compliance.review.record.ReviewActs.DoneAct;
import org.opencmas.compliance.review.record.ReviewFindings;
import org.opencmas.compliance.review.record.ReviewFindings.Count;
import org.opencmas.compliance.review.record.ReviewOrders;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;

/**
 * Whether and how a review is closed.
 *
 * <p>Refuses (409) the person who planned or assessed it, a closure while the contractor may still answer findings, a conclusion without
 * issues where a violation was found, by a check or by a person, and one with issues where everything found is for information only (CMP-SCOPE).
 */
@ApplicationScoped
class CloseReview {
    private final ReviewActs acts;
    private final ReviewFindings findings;
    private final ReviewOrders orders;

    CloseReview(ReviewActs acts, ReviewFindings findings, ReviewOrders orders) {
        this.acts = acts;
        this.findings = findings;
        this.orders = orders;
    }

    Closed read(Connection connection, Review review, By by, NewClosure body) throws SQLException {
        var fields = new FieldReader();
        Conclusion conclusion = body.readConclusion(fields);
        String reason = body.readReason(fields);
        fields.requireNoFaults();
        List<DoneAct> done = acts.list(connection, review.reviewId());
        requireSecondPerson(review, done, by);
        List<Count> binding = findings.counts(connection, review.reviewId()).stream()
                .filter(count -> !count.informationOnly())
                .toList();
        LocalDate today = ProgramCalendar.dateOf(by.at());
        boolean foundByAPerson = isAssessedAgainst(connection, review, done);
        requireAnswerTime(review, foundByAPerson || !binding.isEmpty(), today);
        requireFitting(conclusion, binding, foundByAPerson);
        return new Closed(conclusion, reason, today);
    }

    /** Whether a person's last word on a question, of an order that is not for information only, is that it is not in order. */
    private boolean isAssessedAgainst(Connection connection, Review review, List<DoneAct> done) throws SQLException {
        Map<UUID, Map<Question, Answer>> last = new LinkedHashMap<>();
        for (DoneAct act : done) {
            if (act.act() instanceof Assessed assessed) {
                last.computeIfAbsent(assessed.orderId(), unused -> new EnumMap<>(Question.class))
                        .put(assessed.question(), assessed.answer());
            }
        }
        for (Map.Entry<UUID, Map<Question, Answer>> order : last.entrySet()) {
            boolean isForInformation = orders.find(connection, review.reviewId(), order.getKey())
                    .filter(sampled -> sampled.buyer() == AgencyClass.LOCAL)
                    .isPresent();
            if (!isForInformation && order.getValue().containsValue(Answer.NOT_IN_ORDER)) {
                return true;
            }
        }
        return false;
    }

    private static void requireSecondPerson(Review review, List<DoneAct> done, By by) {
        Stream<By> having = Stream.concat(
                Stream.of(review.plan().planned()),
                done.stream().filter(act -> act.act() instanceof Assessed).map(DoneAct::by));
        String name = Identifier.keyOf(by.name());
        if (having.anyMatch(each -> each.subject().equals(by.subject())
                || Identifier.keyOf(each.name()).equals(name))) {
            throw new Conflict(
                    "second-person-needed",
                    "A person who planned or assessed the review does not close it: another reviewer does.");
        }
    }

    private static void requireAnswerTime(Review review, boolean isFound, LocalDate today) {
        Examined examined = review.examined();
        if (examined != null && review.state() == State.EXAMINED && isFound && !today.isAfter(examined.answerBy())) {
            throw new Conflict(
                    "answer-awaited",
                    "The contractor may answer the findings through " + examined.answerBy() + " and has not yet.");
        }
    }

    private static void requireFitting(Conclusion conclusion, List<Count> binding, boolean foundByAPerson) {
        boolean violated = foundByAPerson || binding.stream().anyMatch(count -> count.weight() == Weight.VIOLATION);
        if (conclusion == Conclusion.NO_ISSUES && violated) {
            throw new Conflict("issues-found", "Violations were found, so the review does not close without issues.");
        }
        if (conclusion == Conclusion.ISSUES_REMAIN && binding.isEmpty() && !foundByAPerson) {
            throw new Conflict(
                    "information-only",
                    "Nothing was found, or all of it on local agencies' orders, where it is for information only.");
        }
    }
}
