package org.opencmas.fees.reconciliation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opencmas.fees.facts.Cause;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * What the ledger accrued less what the contractor reported, taken apart into causes (RPT-ALL-LOCAL: neither side proves the other
 * wrong). Pure. The causes of one line add up to the line's difference, so all of them add up to the whole, to the fraction of a cent.
 *
 * @param accruedSales local orders, dollars before tax and freight
 * @param accruedFee exact
 */
record Reconciliation(
        Usd accruedSales, Usd accruedFee, Usd reportedSales, Usd reportedFee, List<DifferenceFound> differences) {
    Reconciliation {
        differences = List.copyOf(differences);
    }

    /** What no cause explains; always zero. */
    Usd unexplainedSales() {
        return accruedSales
                .minus(reportedSales)
                .minus(Usd.sum(differences.stream().map(DifferenceFound::sales).toList()));
    }

    /** What no cause explains; always zero. */
    Usd unexplainedFee() {
        return accruedFee
                .minus(reportedFee)
                .minus(Usd.sum(differences.stream().map(DifferenceFound::fee).toList()));
    }

    static Reconciliation of(Compared compared) {
        return new Reconciliation(
                Usd.sum(compared.accrued().stream().map(AccruedLine::base).toList()),
                Usd.sum(compared.accrued().stream().map(AccruedLine::fee).toList()),
                Usd.sum(compared.reported().stream()
                        .map(ReportedSale::localTotal)
                        .toList()),
                Usd.sum(compared.reported().stream().map(ReportedSale::fee).toList()),
                new Matching(compared).differences());
    }

    /** Finds what belongs together, each line of either side once. */
    private static final class Matching {
        private final Compared compared;
        private final Map<AccruedLine.Document, AccruedLine> accrued = new LinkedHashMap<>();
        private final Set<AccruedLine.Document> found = new HashSet<>();
        private final List<ReportedSale> unknown = new ArrayList<>();
        private final List<DifferenceFound> differences = new ArrayList<>();

        Matching(Compared compared) {
            this.compared = compared;
            compared.accrued().forEach(line -> accrued.merge(line.document(), line, AccruedLine::plus));
        }

        List<DifferenceFound> differences() {
            answered().values().forEach(this::match);
            compared.reported().stream().filter(sale -> !isAnswer(sale)).forEach(this::match);
            accrued.values().stream()
                    .filter(line -> !found.contains(line.document()))
                    .forEach(this::missingInReport);
            return differences;
        }

        /** The answers to the ledger's lines, one of each document. */
        private Map<AccruedLine.Document, ReportedSale> answered() {
            Map<AccruedLine.Document, ReportedSale> answers = new LinkedHashMap<>();
            compared.reported().stream()
                    .filter(this::isAnswer)
                    .forEach(sale -> answers.merge(sale.document().orElseThrow(), sale, ReportedSale::plus));
            return answers;
        }

        private boolean isAnswer(ReportedSale sale) {
            return sale.document().isPresent()
                    && accrued.containsKey(sale.document().get());
        }

        private void match(ReportedSale sale) {
            Optional<AccruedLine> line = sale.document()
                    .flatMap(document -> Optional.ofNullable(accrued.get(document)))
                    .or(() -> named(sale));
            if (line.isEmpty()) {
                missingInSystem(sale);
            } else if (!isDenial(sale, line.get())) {
                if (found.add(line.get().document())) {
                    differences.addAll(LineDifference.of(line.get(), sale));
                } else {
                    extra(DifferenceCause.DUPLICATE, sale);
                }
            }
        }

        /** A line of the ledger that itself comes to nothing is confirmed by nothing. */
        private static boolean isDenial(ReportedSale sale, AccruedLine line) {
            return sale.isDenied() && !(line.base().isZero() && line.fee().isZero());
        }

        /** The ledger's line of that name: the same agency's, or else the only one. */
        private Optional<AccruedLine> named(ReportedSale sale) {
            List<AccruedLine> same = accrued.values().stream()
                    .filter(line -> line.document().cause() == Cause.ORIGINAL
                            || line.document().cause() == Cause.AMENDMENT)
                    .filter(line -> line.name().isSameDocument(sale.name()))
                    .toList();
            Optional<AccruedLine> sameAgency = same.stream()
                    .filter(line -> line.name().isSameAgency(sale.name()))
                    .findFirst();
            return sameAgency.or(() -> same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty());
        }

        private void missingInSystem(ReportedSale sale) {
            boolean isSecond = unknown.stream()
                    .anyMatch(before -> before.name().isSameDocument(sale.name())
                            && before.name().isSameAgency(sale.name()));
            unknown.add(sale);
            if (sale.localTotal().isZero() && sale.fee().isZero()) {
                return;
            }
            if (sale.agencyClass() == AgencyClass.STATE
                    || compared.stateOrders().stream().anyMatch(sale.name()::isSameDocument)) {
                extra(DifferenceCause.STATE_ORDER_AS_LOCAL, sale);
            } else if (isSecond) {
                extra(DifferenceCause.DUPLICATE, sale);
            } else if (compared.accruedElsewhere().stream()
                    .anyMatch(line -> line.name().isSameDocument(sale.name()))) {
                extra(DifferenceCause.WRONG_QUARTER, sale);
            } else {
                extra(DifferenceCause.ORDER_NOT_IN_SYSTEM, sale);
            }
        }

        private void extra(DifferenceCause cause, ReportedSale sale) {
            differences.add(new DifferenceFound(
                    cause, sale.name(), sale.localTotal().negated(), sale.fee().negated()));
        }

        private void missingInReport(AccruedLine line) {
            boolean isElsewhere = compared.reportedElsewhere().stream()
                    .anyMatch(sale -> sale.name().isSameDocument(line.name()));
            DifferenceCause cause;
            if (line.document().cause() == Cause.ORIGINAL) {
                cause = isElsewhere ? DifferenceCause.WRONG_QUARTER : DifferenceCause.ORDER_NOT_IN_REPORT;
            } else {
                cause = isElsewhere && line.document().cause() == Cause.AMENDMENT
                        ? DifferenceCause.WRONG_QUARTER
                        : DifferenceCause.AMENDMENT_IGNORED;
            }
            if (!line.base().isZero() || !line.fee().isZero()) {
                differences.add(new DifferenceFound(cause, line.name(), line.base(), line.fee()));
            }
        }
    }
}
