package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.CmasNumber;

/**
 * An invoice that waits for its approval.
 *
 * @param invoicedOn the date on it
 * @param names the company's names that have to be one
 */
public record InvoiceFacts(
        LocalDate invoicedOn,
        Names names,
        Bill bill,
        @Nullable AgencyClass buyer,
        Arrival arrival) implements BillFacts {
    /**
     * The company's names.
     *
     * @param onInvoice as printed on the invoice
     * @param onOrder as printed on the purchase order
     * @param agreements every CMAS the order is on
     */
    public record Names(String onInvoice, String onOrder, List<NamedCmas> agreements) {}

    /**
     * A CMAS and whose it is.
     *
     * @param contractorName the company's name as printed on the CMAS on the invoice date; null when not known here
     * @param otherNames names that the same contractor had: printed on the CMAS until the invoice date, and its former legal names; null when
     *     its former names are not known here
     */
    public record NamedCmas(
            CmasNumber cmas,
            @Nullable String contractorName,
            @Nullable List<String> otherNames) {
        /** Whether the name of the day is known, and those before it are not. */
        public boolean isWithoutFormerNames() {
            return contractorName != null && otherNames == null;
        }

        /** Every name that is known of its contractor. */
        public Stream<String> names() {
            return Stream.concat(
                    Stream.ofNullable(contractorName),
                    Stream.ofNullable(otherNames).flatMap(List::stream));
        }
    }

    @Override
    public LocalDate judgedAsOf() {
        return invoicedOn;
    }
}
