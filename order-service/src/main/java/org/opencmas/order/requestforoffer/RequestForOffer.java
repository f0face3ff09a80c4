package org.opencmas.order.requestforoffer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.OwnSettings.Action;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.RefusedByRule;

/** A request for offer with whom it asked, what came back and what was determined. */
public final class RequestForOffer {
    private final Head head;
    private RequestState state;
    private long version;
    private RequestContent content;
    private Solicited solicited;
    private final List<BestValueStep> steps;
    private @Nullable Determination determination;
    private @Nullable UUID orderId;

    /**
     * What names it.
     *
     * @param reference the agency's own name for it, unique within the agency
     */
    public record Head(UUID requestId, UUID agencyId, String reference) {}

    /**
     * Where it stands.
     *
     * @param version counts the acts from 1; the number in its entity tag
     * @param orderId the order that was drafted from its determination; null before
     */
    public record Standing(
            RequestState state, long version, @Nullable UUID orderId) {}

    /**
     * Who was asked and what came back.
     *
     * @param offers in the order in which they were recorded, without their lines
     * @param noneCertifiedReason why no certified small business or disabled veteran business was asked; null when it is not told
     * @param closedAt since when no more offers are waited for; null before
     */
    public record Solicited(
            List<ContractorAsked> asked,
            List<Offer> offers,
            @Nullable String noneCertifiedReason,
            @Nullable Instant closedAt) {
        public static final Solicited NOBODY = new Solicited(List.of(), List.of(), null, null);

        public Solicited {
            asked = List.copyOf(asked);
            offers = List.copyOf(offers);
        }

        /** @param reason as said now; null to leave what was said */
        private Solicited with(List<ContractorAsked> others, @Nullable String reason) {
            List<ContractorAsked> all = new ArrayList<>(asked);
            all.addAll(others);
            return new Solicited(all, offers, reason == null ? noneCertifiedReason : reason, closedAt);
        }
    }

    public RequestForOffer(
            Head head,
            Standing standing,
            RequestContent content,
            Solicited solicited,
            List<BestValueStep> steps,
            @Nullable Determination determination) {
        this.head = head;
        this.state = standing.state();
        this.version = standing.version();
        this.orderId = standing.orderId();
        this.content = content;
        this.solicited = solicited;
        this.steps = new ArrayList<>(steps);
        this.determination = determination;
    }

    public static RequestForOffer draft(Head head, RequestContent content) {
        return new RequestForOffer(
                head, new Standing(RequestState.DRAFT, 1, null), content, Solicited.NOBODY, List.of(), null);
    }

    public void revise(RequestContent anew) {
        move(RequestAct.REVISE);
        content = anew;
    }

    /**
     * Contractors are asked.
     *
     * @throws RefusedByRule (422) when a request is verbal that must not be (SOL-VERBAL), or services lack the statement of work on which
     *     the agency insists (SOL-RFO-NEEDED)
     * @throws Conflict (409) when one of them was asked already
     */
    public void send(List<ContractorAsked> contractors, @Nullable String noneCertifiedReason, OwnRules rules) {
        move(RequestAct.SEND);
        Set<UUID> known = new HashSet<>();
        solicited.asked().forEach(one -> known.add(one.contractorId()));
        for (ContractorAsked one : contractors) {
            if (!known.add(one.contractorId())) {
                throw new Conflict(
                        "contractor-asked-already",
                        one.name() + " was asked already; a contractor is asked once, with all its agreements.",
                        Map.of("contractorId", one.contractorId()));
            }
        }
        if (contractors.stream().anyMatch(ContractorAsked::wasAskedVerbally) && !mayBeVerbal()) {
            throw new RefusedByRule(
                    "not-a-simple-product",
                    "Request and quote may be verbal only in a simple purchase of products (Guide s2 p7).",
                    Map.of("rule", "SOL-VERBAL"));
        }
        boolean insists = rules.settings().severities().statementOfWorkAction() == Action.BLOCK;
        if (content.services() && content.statementOfWork() == null && insists) {
            throw new RefusedByRule(
                    "statement-of-work-missing",
                    "Your agency sends no request for services without a statement of work.",
                    Map.of("rule", "SOL-RFO-NEEDED"));
        }
        solicited = solicited.with(contractors, noneCertifiedReason);
    }

    /** Whether request and quote may be verbal: for products only, which the agency finds a simple purchase. */
    public boolean mayBeVerbal() {
        return content.simpleProduct() && !content.services();
    }

    /** Whether an offer that came at that moment is late: after the hour set, that moment itself being in time, or after the closing. */
    public boolean isLate(Instant receivedAt) {
        Instant due = content.offersDueAt() == null ? solicited.closedAt() : content.offersDueAt();
        return due != null && receivedAt.isAfter(due);
    }

    /** @throws RefusedByRule (422) for an answer of a contractor that was never asked */
    public void recordOffer(UUID contractorId) {
        move(RequestAct.RECORD_OFFER);
        if (solicited.asked().stream().noneMatch(one -> one.contractorId().equals(contractorId))) {
            throw new RefusedByRule(
                    "contractor-not-asked",
                    "Contractor " + contractorId + " was not asked; ask it first, then record what it answers.",
                    Map.of("contractorId", contractorId));
        }
    }

    /**
     * No more offers are waited for.
     *
     * @param earlyReason why they are not waited for until they are due; null for none
     * @throws InvalidRequest (400) before they are due without a reason
     */
    public void close(Instant at, @Nullable String earlyReason) {
        move(RequestAct.CLOSE);
        Instant due = content.offersDueAt();
        if (due != null && at.isBefore(due) && earlyReason == null) {
            throw new InvalidRequest(new Fault(
                    "earlyReason",
                    "is missing: the contractors were told that offers are due at " + due,
                    "Say why you close before, or close then."));
        }
        solicited = new Solicited(solicited.asked(), solicited.offers(), solicited.noneCertifiedReason(), at);
    }

    /** @throws Conflict (409) when an order was drafted from it: that goes on by itself */
    public void cancel() {
        if (orderId != null) {
            throw ordered(orderId);
        }
        move(RequestAct.CANCEL);
    }

    /**
     * A step was done.
     *
     * @throws RefusedByRule (422) for a comparison that leaves out a responsive offer or has another one (BV-COMPARE-ALL), or is of an earlier
     *     day than the requirements or than an offer, or that of a single offer without its evidence (BV-MIN-STEPS)
     */
    public void recordStep(BestValueStep step) {
        move(RequestAct.RECORD_STEP);
        if (step.step() == BestValueStep.Kind.COMPARISON) {
            BestValueChecks.requireWholeComparison(this, step);
        }
        steps.add(step);
    }

    /**
     * A person determined which offer is best value.
     *
     * @throws RefusedByRule (422) when the offer is not a responsive one of this request, the last comparison leaves one out, or steps are
     *     missing that the agency insists on
     * @throws Conflict (409) when the order is drafted already
     */
    public void determine(Determination made, OwnRules rules) {
        move(RequestAct.DETERMINE);
        if (orderId != null) {
            throw ordered(orderId);
        }
        BestValueChecks.require(this, made, rules);
        determination = made;
    }

    /** The first day on which that contractor was asked; empty when it was not. */
    public Optional<LocalDate> askedOn(UUID contractorId) {
        return solicited.asked().stream()
                .filter(one -> one.contractorId().equals(contractorId))
                .map(one -> one.asking().askedOn())
                .min(Comparator.naturalOrder());
    }

    /**
     * The determination from which an order may be drafted.
     *
     * @throws Conflict (409) without a determination, or when one was drafted already
     * @throws RefusedByRule (422) when a responsive offer was recorded after the comparison
     */
    public Determination requireOrderable() {
        RequestLifecycle.require(state, RequestAct.DRAFT_ORDER);
        if (orderId != null) {
            throw ordered(orderId);
        }
        Determination made = determination;
        if (made == null) {
            throw new Conflict("not-determined", "Nobody has determined which offer is best value.");
        }
        BestValueChecks.requireAllCompared(this);
        return made;
    }

    public void noteOrder(UUID drafted) {
        move(RequestAct.DRAFT_ORDER);
        orderId = drafted;
    }

    private static Conflict ordered(UUID orderId) {
        return new Conflict(
                "order-drafted-already",
                "An order was drafted from this request already.",
                Map.of("location", "/v1/orders/" + orderId));
    }

    private void move(RequestAct act) {
        state = RequestLifecycle.require(state, act);
        version++;
    }

    public Head head() {
        return head;
    }

    public RequestState state() {
        return state;
    }

    public long version() {
        return version;
    }

    public RequestContent content() {
        return content;
    }

    public Solicited solicited() {
        return solicited;
    }

    public List<BestValueStep> steps() {
        return List.copyOf(steps);
    }

    /** What is missing of the four least steps, in words. */
    public List<String> missingSteps() {
        return BestValueChecks.missingSteps(this);
    }

    /** The day of the last comparison. */
    public Optional<LocalDate> comparedOn() {
        return BestValueChecks.lastComparison(this).map(BestValueStep::doneOn);
    }

    public Optional<Determination> determination() {
        return Optional.ofNullable(determination);
    }

    public Optional<UUID> orderId() {
        return Optional.ofNullable(orderId);
    }

    public List<Offer> responsiveOffers() {
        return solicited.offers().stream().filter(Offer::takesPart).toList();
    }

    /** What may be done now. */
    public List<RequestAct> allowed() {
        return RequestLifecycle.allowedIn(state).stream()
                .filter(act -> orderId == null || act == RequestAct.RECORD_OFFER || act == RequestAct.RECORD_STEP)
                .filter(act -> act != RequestAct.DRAFT_ORDER || determination != null)
                .toList();
    }
}
