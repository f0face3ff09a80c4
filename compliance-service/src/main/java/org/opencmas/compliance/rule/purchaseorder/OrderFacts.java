package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Facts;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.purchaseorder.known.RequestRecord;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Everything a rule may know about an order. Gathered before any rule runs and kept in the receipt, so that the same judgement can be
 * made again from it.
 *
 * @param order the document to judge; for an amendment, the amended whole
 * @param issuedBefore the same order as last issued; null for an original, or when that version is not known here
 * @param labelsBefore for an amendment, the label of every CMAS that any issued version had; else empty
 * @param receivedOn the day the document reached the suite
 * @param agency the buyer; null when not known here
 * @param contractor the contractor named; null when not known here
 * @param agreements every CMAS cited by a line, once
 * @param droppedAgreements every CMAS cited by {@code issuedBefore} and no longer by the order
 * @param listings for every line with a CMAS, what the price list says
 * @param newsWaiting of which parties news is waiting that could not be taken in
 * @param parameters the figures in force on the order's {@linkplain Order#relevantDate() relevant date}
 * @param documentVersion the version of the order that is judged; null for a check
 * @param earlierConsulting other issued orders with a consulting part to the contractor or an affiliate that the order names; null in facts
 *     that were gathered when that was not asked
 * @param requestRecord of a check, how the record of the request for offer that the order names stands to it; null for an order that names
 *     none or is placed
 */
public record OrderFacts(
        Order order,
        @Nullable Order issuedBefore,
        List<SubOrder> labelsBefore,
        LocalDate receivedOn,
        @Nullable Agency agency,
        @Nullable Contractor contractor,
        List<CitedAgreement> agreements,
        List<CitedAgreement> droppedAgreements,
        List<LineListing> listings,
        @Nullable NewsWaiting newsWaiting,
        List<Parameter> parameters,
        @Nullable Integer documentVersion,
        @Nullable List<EarlierOrder> earlierConsulting,
        @Nullable RequestRecord requestRecord)
        implements Facts {
    /** Facts of which earlier consulting orders were not asked. */
    public OrderFacts(
            Order order,
            @Nullable Order issuedBefore,
            List<SubOrder> labelsBefore,
            LocalDate receivedOn,
            @Nullable Agency agency,
            @Nullable Contractor contractor,
            List<CitedAgreement> agreements,
            List<CitedAgreement> droppedAgreements,
            List<LineListing> listings,
            @Nullable NewsWaiting newsWaiting,
            List<Parameter> parameters,
            @Nullable Integer documentVersion) {
        this(
                order,
                issuedBefore,
                labelsBefore,
                receivedOn,
                agency,
                contractor,
                agreements,
                droppedAgreements,
                listings,
                newsWaiting,
                parameters,
                documentVersion,
                null,
                null);
    }

    /** The same of that document, on the same lines, CMAS and days: of a mended draft nothing is to be gathered anew. */
    public OrderFacts withOrder(Order mended) {
        return new OrderFacts(
                mended,
                issuedBefore,
                labelsBefore,
                receivedOn,
                agency,
                contractor,
                agreements,
                droppedAgreements,
                listings,
                newsWaiting,
                parameters,
                documentVersion,
                earlierConsulting,
                requestRecord);
    }

    /** Such lines that the version issued before did not have, or had otherwise; all of them while none was issued. */
    public List<OrderLine> notIssuedBefore(Predicate<OrderLine> such) {
        return order.lines(such.and(line -> issuedBefore == null
                || issuedBefore
                        .line(line.lineId())
                        .filter(before -> line.unchangedFrom(before)
                                && line.coded().serviceKind() == before.coded().serviceKind())
                        .isEmpty()));
    }

    /** The same of a check whose request for offer has that record. */
    public OrderFacts withRequestRecord(@Nullable RequestRecord record) {
        return new OrderFacts(
                order,
                issuedBefore,
                labelsBefore,
                receivedOn,
                agency,
                contractor,
                agreements,
                droppedAgreements,
                listings,
                newsWaiting,
                parameters,
                documentVersion,
                earlierConsulting,
                record);
    }

    /** The same with those figures. */
    public OrderFacts withParameters(List<Parameter> figures) {
        return new OrderFacts(
                order,
                issuedBefore,
                labelsBefore,
                receivedOn,
                agency,
                contractor,
                agreements,
                droppedAgreements,
                listings,
                newsWaiting,
                figures,
                documentVersion,
                earlierConsulting,
                requestRecord);
    }

    /**
     * The parties of which news arrived here that could not be taken in: what was known of them before is not given. Null in facts that
     * were gathered when that was not asked.
     */
    public record NewsWaiting(boolean agency, boolean contractor) {}

    /** Nothing is said of the contractor, because news is waiting. */
    public boolean contractorNewsWaits() {
        return newsWaiting != null && newsWaiting.contractor();
    }

    @Override
    public LocalDate judgedAsOf() {
        return order.relevantDate();
    }

    @Override
    public LocalDate begunOn() {
        return order.orderDate();
    }

    @Override
    public List<String> lineIds() {
        return Phrases.ids(order.lines());
    }

    @Override
    public List<Attestation> attestations() {
        return order.attestations();
    }

    @Override
    public Trouble unknownAgency() {
        if (newsWaiting != null && newsWaiting.agency()) {
            return Outcome.undetermined(
                            "News about agency %s could not be taken in here, so what is known of it may be out of date.",
                            order.agencyId())
                    .remedy("Submit again when the news is taken in.");
        }
        return Outcome.undetermined("Agency %s is not known here.", order.agencyId())
                .remedy("Submit again when the agency's record has arrived.");
    }

    /** Whose rules bind the buyer, if the buyer is known. */
    @Override
    public Optional<AgencyClass> agencyClass() {
        return Optional.ofNullable(agency).map(buyer -> buyer.type().agencyClass());
    }

    /** The lowest State order limit among the CMAS cited, if any has one recorded. */
    public Optional<Usd> lowestStateOrderLimit() {
        return agreements.stream()
                .map(CitedAgreement::agreement)
                .flatMap(agreement -> Stream.ofNullable(agreement == null ? null : agreement.stateOrderLimit()))
                .min(Comparator.naturalOrder());
    }

    /** What is known of a CMAS that a line cites. */
    public CitedAgreement cited(CmasNumber cmas) {
        return agreements.stream()
                .filter(cited -> cited.cmas().equals(cmas))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(cmas + " is cited by no line"));
    }

    public LineListing listing(OrderLine line) {
        return listings.stream()
                .filter(listing -> listing.lineId().equals(line.lineId()))
                .findFirst()
                .orElse(new LineListing(line.lineId(), LineListing.ListState.NONE, null, List.of()));
    }
}
