package org.opencmas.order.requestforoffer.bestvalue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.placing.PlaceOrder;
import org.opencmas.order.requestforoffer.BestValueStep;
import org.opencmas.order.requestforoffer.ContractorAsked;
import org.opencmas.order.requestforoffer.Determination;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.order.requestforoffer.Offer.Standing;
import org.opencmas.order.requestforoffer.RequestAct;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.acts.ChangeRequest;
import org.opencmas.order.requestforoffer.store.RequestsForOffer;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.procurement.NewProcurement;
import org.opencmas.orderbody.procurement.NewProcurement.NewBestValueStep;
import org.opencmas.orderbody.procurement.NewProcurement.NewClauses;
import org.opencmas.orderbody.procurement.NewProcurement.NewContractorAsked;
import org.opencmas.orderbody.procurement.NewProcurement.NewPlaced;
import org.opencmas.orderbody.procurement.NewProcurement.NewRequestForOffer;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * Makes the draft order that follows from a determination: contractor and lines of the chosen offer, and how the agency came to it, for the
 * rules to judge.
 *
 * <p>Refuses a request without a determination or with an order (409), one with a responsive offer that was not compared (422), and whatever
 * placing an order refuses.
 */
@ApplicationScoped
class DraftOrder {
    private final ChangeRequest changes;
    private final RequestsForOffer requests;
    private final PlaceOrder place;
    private final Clock clock;

    DraftOrder(ChangeRequest changes, RequestsForOffer requests, PlaceOrder place, Clock clock) {
        this.changes = changes;
        this.requests = requests;
        this.place = place;
        this.clock = clock;
    }

    @Transactional
    PurchaseOrder draft(ChangeRequest.Target target, NewDeterminedOrder body, Requester by) {
        PurchaseOrder[] drafted = new PurchaseOrder[1];
        changes.change(target, RequestAct.DRAFT_ORDER, by, (request, actor, connection) -> {
            Determination made = request.requireOrderable();
            Offer offer = requests.offer(connection, target.requestId(), made.offerId())
                    .orElseThrow(() -> new NotFound("offer", made.offerId()));
            LocalDate today = ProgramCalendar.dateOf(clock.instant());
            PurchaseOrder order =
                    place.placeWithin(connection, order(request, offer, body, today), target.agencyId(), by);
            request.noteOrder(order.orderId());
            drafted[0] = order;
            UUID orderId = order.orderId();
            return ChangeRequest.Said.of(Map.of("orderId", orderId, "offerId", made.offerId()));
        });
        return Objects.requireNonNull(drafted[0]);
    }

    private static NewOrder order(RequestForOffer request, Offer offer, NewDeterminedOrder body, LocalDate today) {
        Offer.Price price = Objects.requireNonNull(offer.price());
        return new NewOrder(
                request.head().agencyId().toString(),
                body.agencyOrderNumber(),
                body.orderDate() == null ? today.toString() : body.orderDate(),
                offer.contractorId().toString(),
                null,
                body.orderToLocation(),
                body.paymentMethod(),
                text(price.tax()),
                text(price.freight()),
                true,
                offer.lines(),
                null,
                body.certificationVerification(),
                body.attestations(),
                body.delivery(),
                procurement(request, body),
                body.particulars());
    }

    private static String text(Usd amount) {
        return amount.toString();
    }

    private static NewProcurement procurement(RequestForOffer request, NewDeterminedOrder body) {
        List<ContractorAsked> asked = request.solicited().asked();
        LocalDate firstAsked = asked.stream()
                .map(one -> one.asking().askedOn())
                .min(LocalDate::compareTo)
                .orElseThrow();
        boolean verbal = asked.stream().allMatch(one -> one.asking().channel() == ContractorAsked.Channel.VERBAL);
        List<@Nullable NewContractorAsked> told = new ArrayList<>();
        asked.forEach(one -> told.add(asked(request, one)));
        List<@Nullable NewBestValueStep> steps = new ArrayList<>();
        request.steps().forEach(step -> steps.add(step(step)));
        String reference = request.head().reference();
        return new NewProcurement(
                new NewRequestForOffer(
                        reference,
                        firstAsked.toString(),
                        verbal,
                        request.content().statementOfWork() == null ? null : "In request for offer " + reference,
                        request.head().requestId().toString()),
                told,
                request.solicited().noneCertifiedReason(),
                steps,
                body.agreementCopies(),
                clauses(request, body.clausesInOrder()));
    }

    private static NewContractorAsked asked(RequestForOffer request, ContractorAsked one) {
        List<Offer> answers = request.solicited().offers().stream()
                .filter(offer -> offer.contractorId().equals(one.contractorId()))
                .toList();
        boolean compared = answers.stream().anyMatch(offer -> offer.standing() == Standing.RESPONSIVE);
        boolean offered = answers.stream().anyMatch(offer -> offer.standing() != Standing.DECLINED);
        String reason = compared
                ? null
                : answers.stream()
                        .map(offer -> offer.arrival().reason())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        String answer = answers.isEmpty() ? "NONE" : offered ? "OFFER" : "NO_OFFER";
        return new NewContractorAsked(
                one.name(),
                one.contractorId().toString(),
                one.asking().askedOn().toString(),
                one.wasCertified(),
                answer,
                compared,
                reason);
    }

    private static NewBestValueStep step(BestValueStep step) {
        return new NewBestValueStep(step.step().name(), step.doneOn().toString(), step.doneBy(), step.evidence());
    }

    /** Told only where the caller says what stands in the order: nothing is made up. */
    private static @Nullable NewClauses clauses(RequestForOffer request, @Nullable Boolean inOrder) {
        if (inOrder == null) {
            return null;
        }
        return new NewClauses(
                request.content().clauses().liquidatedDamages() == null ? null : new NewPlaced(true, inOrder),
                request.content().clauses().acceptanceTesting() == null ? null : new NewPlaced(true, inOrder));
    }
}
