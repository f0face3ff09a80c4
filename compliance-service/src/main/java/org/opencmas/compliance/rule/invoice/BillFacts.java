package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.outcome.NamedLine;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.AgencyClass;

/** What an invoice and a payment have in common, for the rules that both are asked. */
public interface BillFacts extends Facts {
    Bill bill();

    Arrival arrival();

    /** Whose rules bind the buyer; null when not said. */
    @Nullable
    AgencyClass buyer();

    /**
     * What came with the document besides what it says.
     *
     * @param receivedOn the day it was sent here to be checked
     * @param figures of the day that {@link Facts#judgedAsOf} names, or, for a payment, of the day of payment
     * @param attestations of named persons
     */
    record Arrival(LocalDate receivedOn, List<Parameter> figures, List<Attestation> attestations) {}

    @Override
    default LocalDate receivedOn() {
        return arrival().receivedOn();
    }

    @Override
    default List<Parameter> parameters() {
        return arrival().figures();
    }

    @Override
    default List<Attestation> attestations() {
        return arrival().attestations();
    }

    @Override
    default List<String> lineIds() {
        return bill().lines(type -> true).stream().map(NamedLine::lineId).toList();
    }

    @Override
    default Optional<AgencyClass> agencyClass() {
        return Optional.ofNullable(buyer());
    }

    @Override
    default Trouble unknownAgency() {
        return Outcome.undetermined("The buyer is not said, so it is not known whose rules bind it.")
                .remedy("Name the buyer: LOCAL or STATE.");
    }
}
