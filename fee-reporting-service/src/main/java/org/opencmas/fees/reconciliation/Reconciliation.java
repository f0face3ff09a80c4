package org.opencmas.fees.reconciliation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opencmas.fees.facts.Cause;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * What the ledger accrued less what the contractor reported, taken apart into causes (RPT-ALL-LOCAL: neither side proves the other
 * wrong). Pure. The causes of one line add up to the line's difference, so all of them add up to the whole, to the fraction of a cent.
 *
 * @param accruedSales local orders, dollars before tax and freight
 * @param accruedFee exact
 * @param differences the first {@value #MOST_LISTED}
 * @param byCause all of them, added up
 */
record Reconciliation(
        Usd accruedSales,
        Usd accruedFee,
        Usd reportedSales,
        Usd reportedFee,
        List<DifferenceFound> differences,
        Map<DifferenceCause, Sum> byCause) {
    /** Most differences that are listed, inclusive. */
    static final int MOST_LISTED = 5_000;

    Reconciliation {
        differences = List.copyOf(differences);
        byCause = Map.copyOf(byCause);
    }

    /** Differences of one cause, added up. */
    record Sum(int count, Usd sales, Usd fee) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, sales.plus(other.sales), fee.plus(other.fee));
        }
    }

    /** How many differences there are, those included that are not listed. */
    int differenceCount() {
        return byCause.values().stream().mapToInt(Sum::count).sum();
    }

    /** What no cause explains; always zero. */
    Usd unexplainedSales() {
        return accruedSales
                .minus(reportedSales)
                .minus(Usd.sum(byCause.values().stream().map(Sum::sales).toList()));
    }

    /** What no cause explains; always zero. */
    Usd unexplainedFee() {
        return accruedFee
                .minus(reportedFee)
                .minus(Usd.sum(byCause.values().stream().map(Sum::fee).toList()));
    }

    static Reconciliation of(Compared compared) {
        return begin(compared).end();
    }

    /** Begins one of a report with more sales than are held at once: each is taken in turn before the end. */
    static Matching begin(Compared compared) {
        return new Matching(compared);
    }

    /** Finds what belongs together, each line of either side once. */
    static final class Matching {
        private final Compared compared;
        private final Map<AccruedLine.Document, AccruedLine> accrued = new LinkedHashMap<>();
        private final Map<OrderName.Document, List<AccruedLine>> accruedByName;
        private final Set<OrderName.Document> accruedElsewhere;
        private final Set<OrderName.Document> reportedElsewhere;
        private final Set<OrderName.Document> stateOrders;
        private final Set<OrderName.OfAgency> reportedAlike;
        private final Set<OrderName.OfAgency> knownAlike;
        private final Set<AccruedLine.Document> found = new HashSet<>();
        private final Set<OrderName.OfAgency> unknown = new HashSet<>();
        private final List<DifferenceFound> listed = new ArrayList<>();
        private final Map<DifferenceCause, Sum> byCause = new EnumMap<>(DifferenceCause.class);
        private Usd reportedSales = Usd.ZERO;
        private Usd reportedFee = Usd.ZERO;

        private Matching(Compared compared) {
            this.compared = compared;
            compared.accrued().forEach(line -> accrued.merge(line.document(), line, AccruedLine::plus));
            accruedByName = accrued.values().stream()
                    .filter(line -> line.document().cause() == Cause.ORIGINAL
                            || line.document().cause() == Cause.AMENDMENT)
                    .collect(Collectors.groupingBy(line -> line.name().document()));
            accruedElsewhere = documents(
                    compared.accruedElsewhere().stream().map(AccruedLine::name).toList());
            reportedElsewhere = documents(compared.reportedElsewhere());
            stateOrders = documents(compared.stateOrders());
            reportedAlike = compared.alike().stream()
                    .map(pair -> pair.reported().ofAgency())
                    .collect(Collectors.toSet());
            knownAlike = compared.alike().stream()
                    .map(pair -> pair.known().ofAgency())
                    .collect(Collectors.toSet());
            compared.reported().forEach(this::count);
            answered().values().forEach(this::match);
            compared.reported().stream().filter(sale -> !isAnswer(sale)).forEach(this::match);
        }

        private static Set<OrderName.Document> documents(List<OrderName> names) {
            return names.stream().map(OrderName::document).collect(Collectors.toSet());
        }

        private void count(ReportedSale sale) {
            reportedSales = reportedSales.plus(sale.localTotal());
            reportedFee = reportedFee.plus(sale.fee());
        }

        /** Takes a further sale, which answers no line. Among those taken so, a document of an agency comes once: the report's rows are checked for it. */
        void take(ReportedSale sale) {
            count(sale);
            match(sale, unknown.contains(sale.name().ofAgency()));
        }

        /** The whole, once everything was taken. */
        Reconciliation end() {
            accrued.values().stream()
                    .filter(line -> !found.contains(line.document()))
                    .forEach(this::missingInReport);
            return new Reconciliation(
                    Usd.sum(compared.accrued().stream().map(AccruedLine::base).toList()),
                    Usd.sum(compared.accrued().stream().map(AccruedLine::fee).toList()),
                    reportedSales,
                    reportedFee,
                    listed,
                    byCause);
        }

        private void add(DifferenceFound difference) {
            byCause.merge(difference.cause(), new Sum(1, difference.sales(), difference.fee()), Sum::plus);
            if (listed.size() < MOST_LISTED) {
                listed.add(difference);
            }
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
            boolean isUnknown = match(sale, unknown.contains(sale.name().ofAgency()));
            if (isUnknown) {
                unknown.add(sale.name().ofAgency());
            }
        }

        /**
         * @param isSecond whether the same document of the same agency came before and is missing in the system
         * @return whether it is missing there
         */
        private boolean match(ReportedSale sale, boolean isSecond) {
            Optional<AccruedLine> line = sale.document()
                    .flatMap(document -> Optional.ofNullable(accrued.get(document)))
                    .or(() -> named(sale));
            if (line.isEmpty()) {
                missingInSystem(sale, isSecond);
            } else if (!isDenial(sale, line.get())) {
                if (found.add(line.get().document())) {
                    LineDifference.of(line.get(), sale).forEach(this::add);
                } else {
                    extra(DifferenceCause.DUPLICATE, sale);
                }
            }
            return line.isEmpty();
        }

        /** A line of the ledger that itself comes to nothing is confirmed by nothing. */
        private static boolean isDenial(ReportedSale sale, AccruedLine line) {
            return sale.isDenied() && !(line.base().isZero() && line.fee().isZero());
        }

        /** The ledger's line of that name: the same agency's, or else the only one. */
        private Optional<AccruedLine> named(ReportedSale sale) {
            List<AccruedLine> same = accruedByName.getOrDefault(sale.name().document(), List.of());
            Optional<AccruedLine> sameAgency = same.stream()
                    .filter(line -> line.name().isSameAgency(sale.name()))
                    .findFirst();
            return sameAgency.or(() -> same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty());
        }

        private void missingInSystem(ReportedSale sale, boolean isSecond) {
            if (sale.localTotal().isZero() && sale.fee().isZero()) {
                return;
            }
            OrderName.Document document = sale.name().document();
            if (sale.agencyClass() == AgencyClass.STATE || stateOrders.contains(document)) {
                extra(DifferenceCause.STATE_ORDER_AS_LOCAL, sale);
            } else if (isSecond) {
                extra(DifferenceCause.DUPLICATE, sale);
            } else if (accruedElsewhere.contains(document)) {
                extra(DifferenceCause.WRONG_QUARTER, sale);
            } else if (reportedAlike.contains(sale.name().ofAgency())) {
                extra(DifferenceCause.TYPED_DIFFERENTLY, sale);
            } else {
                extra(DifferenceCause.ORDER_NOT_IN_SYSTEM, sale);
            }
        }

        private void extra(DifferenceCause cause, ReportedSale sale) {
            add(new DifferenceFound(
                    cause, sale.name(), sale.localTotal().negated(), sale.fee().negated()));
        }

        private void missingInReport(AccruedLine line) {
            boolean isElsewhere = reportedElsewhere.contains(line.name().document());
            boolean isDocument =
                    line.document().cause() == Cause.ORIGINAL || line.document().cause() == Cause.AMENDMENT;
            DifferenceCause cause;
            if (!isElsewhere && isDocument && knownAlike.contains(line.name().ofAgency())) {
                cause = DifferenceCause.TYPED_DIFFERENTLY;
            } else if (line.document().cause() == Cause.ORIGINAL) {
                cause = isElsewhere ? DifferenceCause.WRONG_QUARTER : DifferenceCause.ORDER_NOT_IN_REPORT;
            } else {
                cause = isElsewhere && line.document().cause() == Cause.AMENDMENT
                        ? DifferenceCause.WRONG_QUARTER
                        : DifferenceCause.AMENDMENT_IGNORED;
            }
            if (!line.base().isZero() || !line.fee().isZero()) {
                add(new DifferenceFound(cause, line.name(), line.base(), line.fee()));
            }
        }
    }
}
