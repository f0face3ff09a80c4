package org.opencmas.compliance.rule.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.AgencyClass;

/**
 * A request for offer as it is to be sent.
 *
 * @param writtenOn the date on it
 * @param receivedOn the day it was sent here to be checked
 * @param text its words, title included; lines are ended by a line feed
 */
public record RequestForOfferFacts(LocalDate writtenOn, LocalDate receivedOn, String text) implements Facts {
    @Override
    public LocalDate judgedAsOf() {
        return writtenOn;
    }

    /** Nothing asked of a request's words depends on whose it is. */
    @Override
    public Optional<AgencyClass> agencyClass() {
        return Optional.empty();
    }

    @Override
    public Trouble unknownAgency() {
        return Outcome.undetermined("The request names no agency.").remedy("Name the agency that asks.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
