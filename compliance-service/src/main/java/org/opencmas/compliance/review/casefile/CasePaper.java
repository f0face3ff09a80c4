package org.opencmas.compliance.review.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.casefile.CaseFileView.AnswerView;
import org.opencmas.compliance.review.casefile.CaseFileView.ClosureView;
import org.opencmas.compliance.review.finding.Evidence.Answer;
import org.opencmas.compliance.review.record.ReviewView;
import org.opencmas.paper.Paper;

/** The case file as a paper. */
final class CasePaper {
    private CasePaper() {}

    static Paper of(CaseFileView file) {
        ReviewView review = file.review();
        var paper = new Paper("Contractor compliance review", "CMAS contractor compliance review " + review.reviewId());
        paper.notice(file.scope());
        paper.heading("Plan").values(plan(review));
        paper.heading("The three points of Section 12")
                .table(
                        List.of("Point", "Violations", "To look at", "For information only"),
                        List.of(40, 20, 20, 20),
                        file.points().stream()
                                .map(each -> List.of(
                                        words(each.point()),
                                        Integer.toString(each.violations()),
                                        Integer.toString(each.open()),
                                        Integer.toString(each.informationOnly())))
                                .toList());
        findings(paper, file);
        orders(paper, file);
        answers(paper, file.answers());
        closure(paper, file.closure(), review);
        return paper;
    }

    private static List<List<String>> plan(ReviewView review) {
        var sample = review.sample();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Contractor", review.contractorName() + "\n" + review.contractorId()));
        rows.add(List.of("Order dates", review.from() + " through " + review.through()));
        rows.add(List.of("State", words(review.state())));
        rows.add(List.of(
                "Sample",
                words(sample.method()) + ", " + sample.size() + " of " + sample.population() + " orders, seed "
                        + sample.seed()));
        rows.add(List.of("Population hash", orNone(sample.populationHash())));
        rows.add(List.of("Planned", moment(review.plannedAt()) + " by " + review.plannedBy()));
        Instant examinedAt = review.examinedAt();
        rows.add(List.of("Examined", examinedAt == null ? "Not yet" : moment(examinedAt)));
        rows.add(List.of("Answer by", orNone(review.answerBy())));
        return rows;
    }

    private static void findings(Paper paper, CaseFileView file) {
        paper.heading("Findings");
        if (file.findings().isEmpty()) {
            paper.paragraph("Nothing was found by the automatic checks. That says nothing beyond what they look at.");
            return;
        }
        paper.table(
                List.of("No.", "What", "Weight", "Finding"),
                List.of(7, 19, 16, 58),
                file.findings().stream()
                        .map(each -> List.of(
                                Integer.toString(each.number()),
                                words(each.kind()),
                                each.informationOnly() ? "For information" : words(each.weight()),
                                orderOf(each, file) + each.message()))
                        .toList());
        if (file.furtherFindings() > 0) {
            paper.paragraph(file.furtherFindings() + " further findings are in the suite.");
        }
        paper.paragraph("Sources: "
                + file.findings().stream().map(FindingView::source).distinct().collect(Collectors.joining("; ")) + ".");
    }

    private static String orderOf(FindingView finding, CaseFileView file) {
        return file.orders().stream()
                .filter(order -> order.orderId().equals(finding.orderId()))
                .findFirst()
                .map(order -> "Order " + order.agencyOrderNumber() + ": ")
                .orElse(finding.orderId() == null ? "" : "Order " + finding.orderId() + ": ");
    }

    private static void orders(Paper paper, CaseFileView file) {
        paper.heading("Orders of the sample and the five evidence questions");
        paper.table(
                List.of("Order", "Date", "Total", "Buyer", "Active", "Copy", "Not bundled", "Prices", "Number"),
                List.of(20, 12, 13, 11, 8, 8, 10, 9, 9),
                file.orders().stream().map(CasePaper::row).toList());
        if (file.furtherOrders() > 0) {
            paper.paragraph(file.furtherOrders() + " further orders are in the suite.");
        }
        paper.paragraph(
                "Yes: in order; no: not in order; ?: a person has to look, or a fact is missing. An asterisk marks a reviewer's own answer.");
    }

    private static List<String> row(ReviewedOrderView order) {
        List<String> row = new ArrayList<>();
        row.add(order.agencyOrderNumber()
                + (order.amendmentNumber() == 0 ? "" : " amendment " + order.amendmentNumber()));
        row.add(order.orderDate().toString());
        row.add(Paper.money(order.total()));
        row.add(
                order.buyer() == null
                        ? "Not known"
                        : words(order.buyer()) + (order.informationOnly() ? ", for information" : ""));
        order.evidence().forEach(each -> row.add(sign(each.answer()) + (each.assessedBy() == null ? "" : "*")));
        return row;
    }

    private static String sign(Answer answer) {
        return switch (answer) {
            case IN_ORDER -> "yes";
            case NOT_IN_ORDER -> "no";
            case OPEN -> "?";
        };
    }

    private static void answers(Paper paper, List<AnswerView> answers) {
        paper.heading("The contractor's answer");
        if (answers.isEmpty()) {
            paper.paragraph("None was given.");
        }
        for (AnswerView answer : answers) {
            paper.paragraph(answer.answeredBy() + ", " + moment(answer.answeredAt())
                    + (answer.late() ? ", after the last day for it" : "") + ":\n" + answer.statement());
            answer.findings()
                    .forEach(each -> paper.paragraph("Finding " + each.number() + ", "
                            + (each.accepted() ? "accepted" : "not accepted") + ": " + each.statement()));
        }
    }

    private static void closure(Paper paper, @Nullable ClosureView closure, ReviewView review) {
        paper.heading("Closure");
        if (closure == null) {
            paper.paragraph("The review is not closed; its state is: " + words(review.state()) + ".");
        } else {
            paper.values(List.of(
                    List.of("Conclusion", words(closure.conclusion())),
                    List.of("Reason", closure.reason()),
                    List.of("Closed", closure.closedOn() + " by " + closure.closedBy())));
        }
    }

    private static String words(Enum<?> value) {
        String text = value.name().replace('_', ' ');
        return (text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT))
                .replace("cmas", "CMAS")
                .replace("Cmas", "CMAS")
                .replace("Nsp", "NSP");
    }

    /** To the second, as a person reads it. */
    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? "Not yet" : value.toString();
    }
}
