package org.opencmas.fees.reconciliation;

import java.util.Optional;
import org.opencmas.fees.report.draft.ReportedLine;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * A line as the contractor reported it.
 *
 * @param document the ledger's document that it answers; empty for a line that the contractor added
 * @param total dollars before tax and freight, as reported
 * @param tax the sales tax that is reported beside it; zero where it is not told
 * @param freight likewise
 * @param fee exact
 */
record ReportedSale(
        Optional<AccruedLine.Document> document,
        OrderName name,
        AgencyClass agencyClass,
        Usd total,
        Usd tax,
        Usd freight,
        Usd fee) {
    /** An order that a report adds. */
    static ReportedSale added(ReportedLine line) {
        Usd tax = line.tax();
        Usd freight = line.freight();
        return new ReportedSale(
                Optional.empty(),
                new OrderName(line.agencyName(), line.purchaseOrderNumber(), line.amendmentNumber()),
                line.agencyClass(),
                line.total(),
                tax == null ? Usd.ZERO : tax,
                freight == null ? Usd.ZERO : freight,
                line.fee());
    }

    /** The same under the name that the agency has for the order. */
    ReportedSale named(OrderName known) {
        return new ReportedSale(document, known, agencyClass, total, tax, freight, fee);
    }

    /** What it adds to the local sales of the report. */
    Usd localTotal() {
        return agencyClass == AgencyClass.LOCAL ? total : Usd.ZERO;
    }

    /** Whether it says that there is nothing to report of the ledger's document. */
    boolean isDenied() {
        return document.isPresent() && total.isZero() && fee.isZero();
    }

    ReportedSale plus(ReportedSale other) {
        return new ReportedSale(
                document,
                name,
                agencyClass,
                total.plus(other.total),
                tax.plus(other.tax),
                freight.plus(other.freight),
                fee.plus(other.fee));
    }
}
