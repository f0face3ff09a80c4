package org.opencmas.order.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.account.OrderAccount;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.OwnSettings.OrderApprover;
import org.opencmas.order.preview.AmendmentPreview.AgreementEffect;
import org.opencmas.order.preview.AmendmentPreview.Duties;
import org.opencmas.order.preview.AmendmentPreview.Effects;
import org.opencmas.order.preview.AmendmentPreview.FeeEffect;
import org.opencmas.order.preview.AmendmentPreview.IncreasedRisk;
import org.opencmas.order.preview.AmendmentPreview.Judged;
import org.opencmas.order.preview.AmendmentPreview.LimitLeft;
import org.opencmas.order.preview.AmendmentPreview.Names;
import org.opencmas.order.preview.AmendmentPreview.PlannedEvent;
import org.opencmas.order.preview.AmendmentPreview.Securities;
import org.opencmas.order.preview.SemanticChange.Kind;
import org.opencmas.order.purchaseorder.ContractorRisk;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.acts.AmendOrder;
import org.opencmas.order.purchaseorder.acts.AmendOrder.TriedOut;
import org.opencmas.order.purchaseorder.acts.FeeWaiver;
import org.opencmas.order.purchaseorder.acts.PreviewToken;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.history.Finding;
import org.opencmas.order.purchaseorder.intake.Correction;
import org.opencmas.order.purchaseorder.intake.NewAmendment;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.plausibility.AskDoubts;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.terms.Usd;

/**
 * Shows what an amendment would do (ORD-AMEND-RECHECK): it is made as {@link AmendOrder} makes it, with all that this refuses, and taken
 * back. Nothing of it is stored. Only where the caller waits for what the rules find is compliance asked, by an event.
 */
@ApplicationScoped
class PreviewAmendment {
    /** Of the Guide, Section 6, page 15; the ledger knows which rate is in force on which day. */
    private static final BigDecimal GUIDE_RATE = new BigDecimal("0.0125");

    private final AmendOrder amend;
    private final AccountChange accounts;
    private final AskDoubts ask;
    private final Orders orders;
    private final AskJudgement judgements;
    private final FeeWaiver waiver;

    PreviewAmendment(
            AmendOrder amend,
            AccountChange accounts,
            AskDoubts ask,
            Orders orders,
            AskJudgement judgements,
            FeeWaiver waiver) {
        this.judgements = judgements;
        this.waiver = waiver;
        this.orders = orders;
        this.amend = amend;
        this.accounts = accounts;
        this.ask = ask;
    }

    /** @param etag of the order, for the {@code If-Match} of the amendment */
    record Previewed(AmendmentPreview preview, long etag) {}

    /** @param atMost how long the caller would rather wait for what the rules find; empty where it does not ask for that */
    Previewed of(UUID orderId, NewAmendment body, Visibility visibility, Requester by, Optional<Duration> atMost) {
        TriedOut tried = amend.tryOut(orderId, body, visibility, by);
        List<SemanticChange> changes = SemanticDifference.between(tried.before(), tried.after());
        Known known = accounts.readAccount(
                orderId,
                visibility,
                (connection, account) -> new Known(
                        new Duties(
                                securities(account.with(List.of(tried.after()))),
                                contractorAgreement(changes),
                                increasedRisk(tried.after(), orders.accepted(connection, orderId)),
                                ask.of(connection, tried.after())),
                        waiver.isKnown(connection, tried.after().naming())));
        PreviewJudgement judged = atMost.flatMap(
                        wait -> judgements.of(tried.change().subject(), by, wait))
                .orElse(null);
        return new Previewed(preview(tried, changes, known, judged), tried.etag());
    }

    /** What is read beside the order itself. */
    private record Known(Duties duties, boolean isFeeWaived) {}

    private static AmendmentPreview preview(
            TriedOut tried, List<SemanticChange> changes, Known known, @Nullable PreviewJudgement judged) {
        OrderDocument before = tried.before();
        OrderDocument after = tried.after();
        PreviewToken.Judged binding =
                judged == null || tried.change().subject().state() == OrderState.DRAFT ? null : judged.asBinding();
        return new AmendmentPreview(
                new Names(
                        after.orderId(),
                        after.amendmentNumber(),
                        after.documentVersion(),
                        tried.change().subject().state(),
                        tried.token(known.isFeeWaived(), binding),
                        binding != null),
                changes,
                new Effects(
                        before.amounts(),
                        after.amounts(),
                        after.amounts().total().minus(before.amounts().total()),
                        agreements(before, after),
                        tried.rules().isState() ? null : fee(before, after, known.isFeeWaived()),
                        limits(tried.rules(), after.amounts().subtotalExcludingTax()),
                        known.duties()),
                after,
                events(tried, judged),
                judged(tried.order().standing().decision(), Optional.ofNullable(judged)),
                Correction.checkOf(before, after));
    }

    private static Judged judged(@Nullable Decision inForce, Optional<PreviewJudgement> amended) {
        return new Judged(
                amended.map(PreviewJudgement::decision).orElse(null),
                amended.map(judgement -> Finding.all(judgement.findings())).orElse(null),
                inForce == null ? List.of() : Finding.all(inForce.findings()));
    }

    private static List<AgreementEffect> agreements(OrderDocument before, OrderDocument after) {
        Map<Integer, SubOrder> old = bySub(before);
        Map<Integer, SubOrder> young = bySub(after);
        Map<Integer, SubOrder> all = new TreeMap<>(old);
        all.putAll(young);
        return all.values().stream()
                .map(group -> {
                    Usd was = worth(old.get(group.subNumber()));
                    Usd is = worth(young.get(group.subNumber()));
                    return new AgreementEffect(group.subNumber(), group.cmasNumber(), was, is, is.minus(was));
                })
                .toList();
    }

    private static Map<Integer, SubOrder> bySub(OrderDocument document) {
        return document.subOrders().stream().collect(Collectors.toMap(SubOrder::subNumber, group -> group));
    }

    private static Usd worth(@Nullable SubOrder group) {
        return group == null ? Usd.ZERO : group.subtotalExcludingTax();
    }

    private static FeeEffect fee(OrderDocument before, OrderDocument after, boolean isWaived) {
        Usd was = before.amounts().subtotalExcludingTax();
        Usd is = after.amounts().subtotalExcludingTax();
        return new FeeEffect(is.minus(was), GUIDE_RATE, isWaived ? Usd.ZERO : fee(is).minus(fee(was)), isWaived);
    }

    private static Usd fee(Usd base) {
        return base.times(GUIDE_RATE).cents(RoundingMode.HALF_UP);
    }

    private static List<LimitLeft> limits(OwnRules rules, Usd subtotal) {
        List<LimitLeft> limits = new ArrayList<>();
        Usd limit = rules.orderLimit();
        if (limit != null && !rules.isState()) {
            limits.add(
                    new LimitLeft("AGENCY_ORDER_LIMIT", null, limit, limit.minus(subtotal), rules.blocksAboveLimit()));
        }
        List<OrderApprover> approvers = rules.settings().approvers();
        for (OrderApprover approver : approvers == null ? List.<OrderApprover>of() : approvers) {
            Usd his = approver.limit();
            if (his != null) {
                limits.add(
                        new LimitLeft("APPROVER", approver.name(), his, his.minus(subtotal), rules.approvalIsNeeded()));
            }
        }
        return limits;
    }

    /** A contractor who accepted is bound to what it accepted: what changes that binds it once it accepts again. */
    private static List<String> contractorAgreement(List<SemanticChange> changes) {
        return changes.stream()
                .map(SemanticChange::kind)
                .filter(kind -> kind != Kind.RECORD)
                .distinct()
                .sorted()
                .map(Kind::name)
                .toList();
    }

    private static List<IncreasedRisk> increasedRisk(OrderDocument amended, @Nullable OrderDocument accepted) {
        return ContractorRisk.increasedBy(amended, accepted).stream()
                .map(more -> new IncreasedRisk(more.pointer(), more.detail()))
                .toList();
    }

    /** What follows once it is judged as it was now, where it was judged; else what may follow. */
    private static List<PlannedEvent> events(TriedOut tried, @Nullable PreviewJudgement judged) {
        long version = tried.order().version();
        List<PlannedEvent> events = new ArrayList<>();
        events.add(new PlannedEvent(tried.change().type(), "AT_ONCE", version));
        boolean isSent = tried.change().subject().state() != OrderState.DRAFT;
        if (isSent && (judged == null || judged.decision() == Decision.Outcome.ISSUE)) {
            events.add(new PlannedEvent("order.amended.v1", "WHEN_NOTHING_BLOCKS", version + 1));
        }
        if (isSent && (judged == null || judged.decision() == Decision.Outcome.RETURN)) {
            events.add(new PlannedEvent("order.returned.v1", "WHEN_SOMETHING_BLOCKS", version + 1));
        }
        return events;
    }

    private static Securities securities(OrderAccount amended) {
        Usd bond = amended.leastPerformanceBond();
        OrderDocument order = amended.inForce();
        Usd paymentBond = amended.bonds().leastPaymentBond(order);
        Usd paymentBonds = amended.bonds().paymentOf(order);
        return new Securities(
                bond,
                amended.bonds().performance(),
                missing(bond, amended.bonds().performance()),
                paymentBond,
                paymentBonds,
                missing(paymentBond, paymentBonds),
                amended.leastWithheldOfPrice(),
                amended.withheld(),
                missing(amended.leastWithheldNow(), amended.withheld()));
    }

    private static Usd missing(Usd needed, Usd there) {
        Usd lack = needed.minus(there);
        return lack.isNegative() ? Usd.ZERO : lack;
    }
}
