package org.opencmas.order.purchaseorder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Amendment;
import org.opencmas.order.purchaseorder.document.OrderDocument.Basis;
import org.opencmas.order.purchaseorder.document.RecordedAttestation;
import org.opencmas.order.purchaseorder.document.RecordedAttestation.Earlier;
import org.opencmas.order.purchaseorder.document.SubNumbering;
import org.opencmas.order.purchaseorder.history.Acceptance;
import org.opencmas.order.purchaseorder.history.Approval;
import org.opencmas.order.purchaseorder.history.ConfirmedDoubts;
import org.opencmas.order.purchaseorder.history.Rejection;
import org.opencmas.order.purchaseorder.history.Termination;
import org.opencmas.order.purchaseorder.history.Termination.LapsedAmendment;
import org.opencmas.order.purchaseorder.history.Withdrawal;
import org.opencmas.order.purchaseorder.history.WorkOrder;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.problem.Fault;
import org.opencmas.terms.Identifier;

/**
 * An order with its latest version and the one in force. Before the first issue the two are told apart by nothing in
 * force; afterwards a latest version that is not in force is the one open amendment.
 */
public final class PurchaseOrder {
    private final UUID orderId;
    private final UUID agencyId;
    private long version;
    private OrderVersion latest;
    private @Nullable OrderVersion inForce;
    private SubNumbering numbering;
    private boolean workIsStopped;

    /** @param workIsStopped whether the agency had the contractor stop its work */
    public PurchaseOrder(
            UUID orderId,
            UUID agencyId,
            long version,
            OrderVersion latest,
            @Nullable OrderVersion inForce,
            SubNumbering numbering,
            boolean workIsStopped) {
        this.workIsStopped = workIsStopped;
        this.orderId = orderId;
        this.agencyId = agencyId;
        this.version = version;
        this.latest = latest;
        this.inForce = inForce;
        this.numbering = numbering;
    }

    /** An order as it was right after its first version was written. */
    public static PurchaseOrder ofFirstVersion(OrderVersion first) {
        OrderDocument document = first.document();
        return new PurchaseOrder(document.orderId(), document.agencyId(), 1, first, null, SubNumbering.EMPTY, false);
    }

    /** A new order: sent for its decision at once, or kept as a draft. */
    public static PurchaseOrder place(UUID orderId, OrderBody content, boolean draft, Act act) {
        OrderDocument document = OrderDocument.of(
                new Basis(orderId, 1, SubNumbering.EMPTY, null),
                Amendment.NONE,
                content,
                RecordedAttestation.all(content, 1, Earlier.NOTHING));
        return new PurchaseOrder(
                orderId, content.agencyId(), 1, written(document, draft, act), null, SubNumbering.EMPTY, false);
    }

    private static OrderVersion written(OrderDocument document, boolean draft, Act act) {
        OrderVersion version = OrderVersion.draft(document, act);
        return draft ? version : version.submitted(act);
    }

    public UUID orderId() {
        return orderId;
    }

    public UUID agencyId() {
        return agencyId;
    }

    /** Counts the acts on this order from 1; the number in its entity tag. */
    public long version() {
        return version;
    }

    public OrderVersion latest() {
        return latest;
    }

    public Optional<OrderVersion> inForce() {
        return Optional.ofNullable(inForce);
    }

    public SubNumbering numbering() {
        return numbering;
    }

    /** The version that stands for the order: the one in force, or the latest one before the first issue. */
    public OrderVersion standing() {
        return inForce == null ? latest : inForce;
    }

    public OrderState state() {
        return standing().state();
    }

    /** The amendment that is written but not issued, if there is one; there is never a second. */
    public Optional<OrderVersion> openAmendment() {
        boolean open = inForce != null
                && inForce.number() != latest.number()
                && latest.state() != OrderState.LAPSED
                && state() != OrderState.TERMINATED;
        return open ? Optional.of(latest) : Optional.empty();
    }

    /** @throws ActNotAllowed (409) when the latest version cannot be changed so, or its order has ended */
    public void requireUnissued(OrderAct act) {
        Lifecycle.require(state() == OrderState.TERMINATED ? OrderState.TERMINATED : latest.state(), act);
    }

    /** What may be asked for on one of the order's versions: nothing on one that is past. */
    public List<OrderAct> allowedOn(OrderVersion version) {
        boolean isCurrent = version.number() == latest.number()
                || version.number() == standing().number();
        boolean isOver = state() == OrderState.TERMINATED;
        boolean isWaited = openAmendment().stream().anyMatch(open -> open.state() != OrderState.RETURNED);
        return Lifecycle.allowedIn(version.state()).stream()
                .filter(act -> isCurrent && !isOver && !(act == OrderAct.AMEND && isWaited) && fitsStoppedWork(act))
                .toList();
    }

    private boolean fitsStoppedWork(OrderAct act) {
        return switch (act) {
            case STOP_WORK -> !workIsStopped;
            case RESUME_WORK -> workIsStopped;
            default -> true;
        };
    }

    /** Whether the agency had the contractor stop its work and did not have it go on. */
    public boolean workIsStopped() {
        return workIsStopped;
    }

    /**
     * An approver approves the latest version, a draft.
     *
     * @throws OwnVersionApproved (409) when the approver wrote it
     */
    public OrderChange approve(Approval approval) {
        requireUnissued(OrderAct.APPROVE);
        if (Identifier.keyOf(latest.created().by()).equals(Identifier.keyOf(approval.approvedBy()))) {
            throw new OwnVersionApproved(approval.approvedBy());
        }
        return changed(OrderChange.of("order.approved.v1", latest, approval.details()));
    }

    /** A person means what was doubted in the latest version, a draft. */
    public OrderChange confirm(ConfirmedDoubts confirmed) {
        requireUnissued(OrderAct.CONFIRM);
        return changed(OrderChange.of("order.doubts-confirmed.v1", latest, confirmed.details()));
    }

    /** @throws WorkStopped (409) when it is stopped already */
    public OrderChange stopWork(WorkOrder stop) {
        OrderVersion after = inForceAfter(OrderAct.STOP_WORK);
        if (workIsStopped) {
            throw WorkStopped.already();
        }
        workIsStopped = true;
        return changed(OrderChange.of("order.work-stopped.v1", after, stop.details()));
    }

    /** @throws WorkStopped (409) when it is not stopped */
    public OrderChange resumeWork(WorkOrder resumption) {
        OrderVersion after = inForceAfter(OrderAct.RESUME_WORK);
        if (!workIsStopped) {
            throw WorkStopped.not();
        }
        workIsStopped = false;
        return changed(OrderChange.of("order.work-resumed.v1", after, resumption.details()));
    }

    /** Sends the latest version, a draft, for its decision. */
    public OrderChange submit(Act act) {
        requireUnissued(OrderAct.SUBMIT);
        latest = latest.submitted(act);
        return changed(OrderChange.of("order.submitted.v1", latest, Map.of()));
    }

    /** Writes a new version in place of the latest one, which was never issued; its amendment number stays. */
    public OrderChange revise(OrderBody content, Amendment as, boolean draft, Act act) {
        requireUnissued(OrderAct.REVISE);
        return writeVersion(as, content, draft, act);
    }

    /**
     * Writes an amendment. What is in force stays in force until the amendment is issued. The number is the next one,
     * or that of an amendment that came back.
     *
     * @throws AmendmentOpen (409) when another amendment waits for its submission or decision
     */
    public OrderChange amend(OrderBody content, Amendment as, boolean draft, Act act) {
        Lifecycle.require(state(), OrderAct.AMEND);
        openAmendment().filter(open -> open.state() != OrderState.RETURNED).ifPresent(open -> {
            throw new AmendmentOpen(orderId, open);
        });
        return writeVersion(as, content, draft, act);
    }

    /**
     * Refuses to send an amendment that puts more on the contractor than it accepted, as long as nobody says that the contractor agreed.
     *
     * @param accepted the last version that the contractor accepted; null for none
     * @throws AgreementNeeded (422) naming what it is
     */
    public void requireContractorAgreement(@Nullable OrderDocument accepted) {
        OrderDocument amended = latest.document();
        List<Fault> increased = ContractorRisk.increasedBy(amended, accepted);
        if (!increased.isEmpty() && amended.amendment().contractorAgreement() == null) {
            throw new AgreementNeeded(increased);
        }
    }

    /**
     * Refuses to send an amendment that says what is in force already: the contractor would have to accept anew what it accepted. After a
     * rejection the same may be sent again, since it is for the contractor to look at it again.
     *
     * @throws NothingAmended (422)
     */
    public void requireAnyChange() {
        if (inForce != null
                && state() != OrderState.REJECTED
                && latest.document().saysTheSameAs(inForce.document())) {
            throw new NothingAmended();
        }
    }

    /** The number of the amendment that would be written now: 1, 2, 3 without a gap (Guide s3 p9). */
    public int nextAmendmentNumber() {
        return standing().document().amendmentNumber() + 1;
    }

    private OrderChange writeVersion(Amendment as, OrderBody content, boolean draft, Act act) {
        OrderDocument before = inForce == null ? null : inForce.document();
        boolean replaces = inForce == null || openAmendment().isPresent();
        var earlier = new Earlier(replaces ? latest.document() : null, before);
        int number = latest.number() + 1;
        OrderDocument document = OrderDocument.of(
                new Basis(orderId, number, numbering, before),
                as,
                content,
                RecordedAttestation.all(content, number, earlier));
        latest = written(document, draft, act);
        return changed(OrderChange.newVersion(latest));
    }

    /** Whether the latest version waits for exactly this decision; if not, it is stale and changes nothing. */
    public boolean awaits(Decision decision) {
        return latest.state() == OrderState.SUBMITTED
                && latest.number() == decision.documentVersion()
                && (inForce == null || state() != OrderState.TERMINATED);
    }

    /** Follows the rule book: the version goes out, or back with the findings. */
    public OrderChange decide(Decision decision) {
        Map<String, Object> details = new HashMap<>();
        details.put("evaluationId", decision.evaluationId());
        details.put("decidedAt", decision.evaluatedAt());
        if (!decision.allowsIssue()) {
            latest = latest.decided(OrderAct.RETURN, decision);
            details.put("findings", decision.publishedFindings());
            return changed(OrderChange.of("order.returned.v1", latest, details));
        }
        boolean amendment = latest.isAmendment();
        latest = latest.decided(amendment ? OrderAct.ISSUE_AMENDMENT : OrderAct.ISSUE, decision);
        inForce = latest;
        numbering = numbering.extendedBy(latest.document().agreements());
        return changed(OrderChange.of(amendment ? "order.amended.v1" : "order.issued.v1", latest, details));
    }

    /** Whether the latest version is an amendment that waits for a decision and has this number. */
    public boolean awaitsDecisionOn(int documentVersion) {
        return openAmendment().isPresent()
                && latest.state() == OrderState.SUBMITTED
                && latest.number() == documentVersion;
    }

    /** Takes back the amendment that waits for its decision: it is as if it had not been made, but for its place in the history. */
    public OrderChange withdraw(Withdrawal withdrawal) {
        latest = latest.lapsed();
        return changed(OrderChange.of("order.withdrawn.v1", latest, withdrawal.details()));
    }

    /** The contractor accepts the version in force. */
    public OrderChange accept(Acceptance acceptance) {
        OrderVersion accepted = inForceAfter(OrderAct.ACCEPT);
        return changed(OrderChange.of("order.accepted.v1", accepted, acceptance.details()));
    }

    /** The contractor rejects the version in force as inaccurate (Guide s3 p9). */
    public OrderChange reject(Rejection rejection) {
        OrderVersion rejected = inForceAfter(OrderAct.REJECT);
        return changed(OrderChange.of("order.rejected.v1", rejected, rejection.details()));
    }

    /** The agency ends the order early; an amendment that is still open lapses, and a decision on it changes nothing. */
    public OrderChange terminate(Termination termination) {
        OrderVersion lapsed = openAmendment().map(OrderVersion::lapsed).orElse(null);
        OrderVersion terminated = inForceAfter(OrderAct.TERMINATE);
        if (lapsed != null) {
            latest = lapsed;
        }
        return changed(OrderChange.termination(
                terminated,
                termination.withLapsed(
                        lapsed == null
                                ? null
                                : new LapsedAmendment(lapsed.document().amendmentNumber(), lapsed.number())),
                lapsed));
    }

    private OrderVersion inForceAfter(OrderAct act) {
        OrderVersion after = standing().after(act);
        if (inForce == null || inForce.number() == latest.number()) {
            latest = after;
        }
        inForce = after;
        return after;
    }

    private OrderChange changed(OrderChange change) {
        version++;
        return change;
    }

    /** The groups of the version in force, of which a termination may leave some worth. */
    public List<SubOrder> subOrders() {
        return standing().document().subOrders();
    }
}
