package org.opencmas.order.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.order.registry.RegistryCopy;
import org.opencmas.order.requestforoffer.BestValueStep;
import org.opencmas.order.requestforoffer.ContractorAsked;
import org.opencmas.order.requestforoffer.Determination;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.order.requestforoffer.RequestContent;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.RequestState;
import org.opencmas.order.requestforoffer.store.RequestsForOffer;
import org.opencmas.orderbody.procurement.Procurement;

/** Gathers what lies before an order: the request for offer with all that came of it, the agreements, the contractor's certificates. */
@ApplicationScoped
class FileEvidence {
    private final RequestsForOffer requests;
    private final RegistryCopy registry;

    FileEvidence(RequestsForOffer requests, RegistryCopy registry) {
        this.requests = requests;
        this.registry = registry;
    }

    /**
     * What was found.
     *
     * @param solicitation null when the suite keeps no request for the order
     * @param agreements those of the order that the registry told of
     * @param certificates null when the registry did not tell of the contractor
     */
    record Found(
            @Nullable Solicitation solicitation,
            List<AgreementInFile> agreements,
            @Nullable CertificatesInFile certificates) {
        static final Found NOTHING = new Found(null, List.of(), null);

        Found {
            agreements = List.copyOf(agreements);
        }

        /** Whether every agreement has at least one document, held or referenced. */
        boolean hasDocumentsOf(int count) {
            return agreements.size() == count
                    && agreements.stream()
                            .noneMatch(agreement -> agreement.documents().isEmpty());
        }
    }

    /** The request, whom it asked and what came back, with the lines of every offer, and how best value was determined. */
    record Solicitation(Request request, List<Offer> offers, BestValue bestValue) {
        Solicitation {
            offers = List.copyOf(offers);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            UUID requestId,
            String reference,
            RequestState state,
            RequestContent content,
            List<ContractorAsked> contractorsAsked,
            @Nullable String noneCertifiedReason,
            @Nullable Instant closedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BestValue(List<BestValueStep> steps, @Nullable Determination determination) {}

    Found of(Connection connection, PurchaseOrder order) throws SQLException {
        OrderDocument document = order.standing().document();
        LocalDate orderDate = document.naming().orderDate();
        UUID contractorId = document.naming().contractorId();
        List<AgreementInFile> agreements = new ArrayList<>();
        for (KnownAgreement known : registry.agreements(connection, document.agreements())) {
            agreements.add(AgreementInFile.of(known, orderDate, registry.documents(connection, known.cmasNumber())));
        }
        CertificatesInFile certificates = registry.contractor(connection, contractorId)
                .map(told -> CertificatesInFile.of(contractorId, orderDate, told))
                .orElse(null);
        return new Found(solicitation(connection, order), agreements, certificates);
    }

    private @Nullable Solicitation solicitation(Connection connection, PurchaseOrder order) throws SQLException {
        RequestForOffer request = request(connection, order).orElse(null);
        if (request == null) {
            return null;
        }
        UUID requestId = request.head().requestId();
        List<Offer> offers = new ArrayList<>();
        for (Offer offer : request.solicited().offers()) {
            requests.offer(connection, requestId, offer.offerId()).ifPresent(offers::add);
        }
        return new Solicitation(
                new Request(
                        requestId,
                        request.head().reference(),
                        request.state(),
                        request.content(),
                        request.solicited().asked(),
                        request.solicited().noneCertifiedReason(),
                        request.solicited().closedAt()),
                offers,
                new BestValue(request.steps(), request.determination().orElse(null)));
    }

    /** The one that the order was drafted from, or else the one of the agency that the order names. */
    private Optional<RequestForOffer> request(Connection connection, PurchaseOrder order) throws SQLException {
        Optional<UUID> drafted = requests.findByOrder(connection, order.orderId());
        Procurement told = order.standing().document().statements().procurement();
        UUID named = told == null || told.requestForOffer() == null
                ? null
                : told.requestForOffer().requestId();
        UUID requestId = drafted.orElse(named);
        return requestId == null
                ? Optional.empty()
                : requests.find(connection, requestId)
                        .filter(request -> request.head().agencyId().equals(order.agencyId()));
    }
}
