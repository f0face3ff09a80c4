package org.opencmas.order.requestforoffer.acts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.order.requestforoffer.RequestAct;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.store.RequestsForOffer;
import org.opencmas.orderbody.NewOrder.NewLine;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.RefusedByRule;

/**
 * Records what a contractor answered, late and incomplete answers too, with the reason why they are not considered.
 *
 * <p>Refuses an answer that is recorded already (409), one of a contractor that was not asked (422), a verbal quote in anything but a simple purchase of priced products (422,
 * SOL-VERBAL), an id that another offer has (409), and a 201st answer (409).
 */
@ApplicationScoped
class RecordOffer {
    private static final int MOST_OFFERS = 200;
    /** SQLSTATE of a unique violation. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final ChangeRequest changes;
    private final RequestsForOffer requests;
    private final Clock clock;

    RecordOffer(ChangeRequest changes, RequestsForOffer requests, Clock clock) {
        this.changes = changes;
        this.requests = requests;
        this.clock = clock;
    }

    @Transactional
    Offer record(UUID requestId, UUID agencyId, NewOffer body, Requester by) {
        Offer[] recorded = new Offer[1];
        var target = ChangeRequest.Target.whicheverVersion(requestId, agencyId);
        changes.change(target, RequestAct.RECORD_OFFER, by, (request, actor, connection) -> {
            Offer offer = body.read(TimeOrderedId.next(), request, by.sender(agencyId, clock), actor.at());
            if (request.solicited().offers().size() >= MOST_OFFERS) {
                throw new Conflict("too-many-offers", "A request has " + MOST_OFFERS + " answers at most.");
            }
            if (offer.verbalQuote() != null) {
                requireSimple(request.mayBeVerbal(), offer.lines());
            }
            request.recordOffer(offer.contractorId());
            requireNotRecorded(connection, request, offer);
            insert(connection, request, offer);
            recorded[0] = offer;
            return new ChangeRequest.Said(Map.of("offer", offer), Map.of("offerId", offer.offerId()));
        });
        return recorded[0];
    }

    /** What a contractor answered is one answer, however often it is sent: the same at the same moment is not a second one. */
    private void requireNotRecorded(Connection connection, RequestForOffer request, Offer offer) throws SQLException {
        ObjectNode said = said(offer);
        for (Offer earlier : request.solicited().offers()) {
            boolean mayBe = earlier.contractorId().equals(offer.contractorId())
                    && earlier.arrival().receivedAt().equals(offer.arrival().receivedAt());
            if (!mayBe) {
                continue;
            }
            UUID requestId = request.head().requestId();
            boolean isSame = requests.offer(connection, requestId, earlier.offerId())
                    .filter(stored -> said(stored).equals(said))
                    .isPresent();
            if (isSame) {
                throw new Conflict(
                        "offer-recorded-already",
                        "This offer is recorded already: the same contractor, moment and content.",
                        Map.of(
                                "offerId",
                                earlier.offerId(),
                                "location",
                                "/v1/requests-for-offer/" + requestId + "/offers/" + earlier.offerId()));
            }
        }
    }

    /** What the contractor said, whoever recorded it under whichever id. */
    private static ObjectNode said(Offer offer) {
        ObjectNode said = OrderJson.tree(offer).without(List.of("offerId", "recordedBy"));
        if (said.get("verbalQuote") instanceof ObjectNode quote) {
            quote.remove("takenBy");
        }
        return said;
    }

    private void insert(Connection connection, RequestForOffer request, Offer offer) throws SQLException {
        try {
            requests.insertOffer(connection, request, offer);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new Conflict(
                        "offer-recorded-already",
                        "An offer with this id is recorded already.",
                        Map.of("offerId", offer.offerId()));
            }
            throw e;
        }
    }

    private static void requireSimple(boolean mayBeVerbal, @Nullable List<@Nullable NewLine> lines) {
        boolean isPriced = lines == null
                || lines.stream()
                        .noneMatch(
                                line -> line != null && (Boolean.TRUE.equals(line.nsp()) || isServices(line.kind())));
        if (!mayBeVerbal || !isPriced) {
            throw new RefusedByRule(
                    "not-a-simple-product",
                    "A quote may be verbal only in a simple purchase of products that the agreement prices (Guide s2 p7).",
                    Map.of("rule", "SOL-VERBAL"));
        }
    }

    private static boolean isServices(@Nullable String kind) {
        return kind != null && "SERVICES".equalsIgnoreCase(kind.strip());
    }
}
