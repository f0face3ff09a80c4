package org.opencmas.compliance.rule.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.CmasNumber;

/**
 * An invoice that waits for its approval.
 *
 * @param invoicedOn the date on it
 * @param receivedOn the day it was sent here to be checked
 * @param nameOnInvoice the company's name as printed on the invoice
 * @param nameOnOrder the company's name as printed on the purchase order
 * @param agreements every CMAS the order is on
 * @param attestations of named persons
 */
public record InvoiceFacts(
        LocalDate invoicedOn,
        LocalDate receivedOn,
        String nameOnInvoice,
        String nameOnOrder,
        List<NamedCmas> agreements,
        List<Attestation> attestations)
        implements Facts {
    /**
     * A CMAS and whose it is.
     *
     * @param contractorName the company's name as printed on the CMAS on the invoice date; null when not known here
     */
    public record NamedCmas(CmasNumber cmas, @Nullable String contractorName) {}

    @Override
    public LocalDate judgedAsOf() {
        return invoicedOn;
    }

    /** Nothing asked of the names depends on whose rules bind the buyer. */
    @Override
    public Optional<AgencyClass> agencyClass() {
        return Optional.empty();
    }

    @Override
    public Trouble unknownAgency() {
        return Outcome.undetermined("The invoice names no agency.").remedy("Name the agency that pays.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
