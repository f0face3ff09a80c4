package org.opencmas.compliance.review.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opencmas.compliance.review.casefile.CaseFileView.AnswerView;
import org.opencmas.compliance.review.casefile.CaseFileView.ClosureView;
import org.opencmas.compliance.review.casefile.CaseFileView.FindingAnswerView;
import org.opencmas.compliance.review.casefile.CaseFileView.FindingCountView;
import org.opencmas.compliance.review.casefile.CaseFileView.PointView;
import org.opencmas.compliance.review.finding.FindingKind.ContractorPoint;
import org.opencmas.compliance.review.finding.Weight;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.ReviewActs;
import org.opencmas.compliance.review.record.ReviewActs.AnsweredBy;
import org.opencmas.compliance.review.record.ReviewActs.Closed;
import org.opencmas.compliance.review.record.ReviewActs.DoneAct;
import org.opencmas.compliance.review.record.ReviewFindings;
import org.opencmas.compliance.review.record.ReviewFindings.Count;
import org.opencmas.compliance.review.record.ReviewOrders;
import org.opencmas.compliance.review.record.ReviewView;

/** Puts case files together; of a long review the first findings and orders, with how many there are besides. */
@ApplicationScoped
class CaseFiles {
    static final String SCOPE =
            "Section 12 of the guide binds State agencies only. What is found on orders of local agencies is for information only and"
                    + " makes no local agency non-compliant. The agency takes no part in a contractor's review.";
    private static final int MOST_FINDINGS = 500;
    private static final int MOST_ORDERS = 200;

    private final ReviewFindings findings;
    private final ReviewOrders orders;
    private final ReviewActs acts;

    CaseFiles(ReviewFindings findings, ReviewOrders orders, ReviewActs acts) {
        this.findings = findings;
        this.orders = orders;
        this.acts = acts;
    }

    CaseFileView of(Connection connection, Review review) throws SQLException {
        UUID id = review.reviewId();
        List<DoneAct> done = acts.list(connection, id);
        List<Count> counts = findings.counts(connection, id);
        List<FindingView> found = findings.list(connection, id, 0, MOST_FINDINGS).stream()
                .map(FindingView::of)
                .toList();
        List<ReviewedOrderView> looked = orders.list(connection, id, 0, MOST_ORDERS).stream()
                .map(order -> ReviewedOrderView.of(order, done))
                .toList();
        return new CaseFileView(
                ReviewView.of(review),
                SCOPE,
                points(counts),
                counts.stream()
                        .map(each -> new FindingCountView(
                                each.kind(), each.weight(), each.informationOnly(), each.findings()))
                        .toList(),
                found,
                sum(counts, each -> true) - found.size(),
                looked,
                review.plan().sample().size() - looked.size(),
                done.stream().flatMap(CaseFiles::answer).toList(),
                done.stream().flatMap(CaseFiles::closure).findFirst().orElse(null));
    }

    private static List<PointView> points(List<Count> counts) {
        return Arrays.stream(ContractorPoint.values())
                .map(point -> point(
                        point,
                        counts.stream()
                                .filter(each -> each.kind()
                                        .point()
                                        .filter(point::equals)
                                        .isPresent())
                                .toList()))
                .toList();
    }

    private static PointView point(ContractorPoint point, List<Count> counts) {
        return new PointView(
                point,
                sum(counts, each -> !each.informationOnly() && each.weight() == Weight.VIOLATION),
                sum(counts, each -> !each.informationOnly() && each.weight() != Weight.VIOLATION),
                sum(counts, Count::informationOnly));
    }

    private static int sum(List<Count> counts, Predicate<Count> which) {
        return counts.stream().filter(which).mapToInt(Count::findings).sum();
    }

    private static Stream<AnswerView> answer(DoneAct done) {
        return done.act() instanceof AnsweredBy answered
                ? Stream.of(new AnswerView(
                        answered.statement(),
                        answered.findings().stream()
                                .map(each -> new FindingAnswerView(each.number(), each.accepted(), each.statement()))
                                .toList(),
                        answered.late(),
                        done.by().name(),
                        done.by().at()))
                : Stream.empty();
    }

    private static Stream<ClosureView> closure(DoneAct done) {
        return done.act() instanceof Closed closed
                ? Stream.of(new ClosureView(
                        closed.conclusion(),
                        closed.reason(),
                        closed.closedOn(),
                        done.by().name()))
                : Stream.empty();
    }
}
