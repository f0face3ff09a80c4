package org.opencmas.order.account;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.account.terms.RecordedBonds;
import org.opencmas.order.account.terms.Withholding;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * What was accepted, paid and withheld on an order, and so what may still be paid. It changes nothing; the one who acts asks it first. The
 * database works out the same from the same rows and refuses what goes beyond, whoever writes.
 *
 * @param documents the version in force, and the amendment that waits for its decision if one does: what both allow holds
 * @param accepted the quantity of each line that was accepted, by the key of its id
 * @param advanced what approved invoices bill in advance; it counts as far as the order says that it may be paid so
 * @param paid all that left the agency's account, US dollars
 * @param withheld what was kept back and not yet released, US dollars
 */
public record OrderAccount(
        List<OrderDocument> documents,
        Map<String, BigDecimal> accepted,
        List<Advance> advanced,
        Set<String> completedTasks,
        boolean isFinallyAccepted,
        @Nullable ProgressTerms terms,
        RecordedBonds bonds,
        Usd paid,
        Usd withheld) {
    public OrderAccount {
        documents = List.copyOf(documents);
        accepted = Map.copyOf(accepted);
        advanced = List.copyOf(advanced);
        completedTasks = Set.copyOf(completedTasks);
    }

    /**
     * What an approved invoice bills in advance.
     *
     * @param key of the id of the order's line
     * @param basis null on invoices from before it was asked of the order: they count as they did
     * @param amount US dollars
     */
    public record Advance(String key, @Nullable AdvanceBasis basis, Usd amount) {}

    /** The version in force. */
    public OrderDocument inForce() {
        return documents.getFirst();
    }

    /** The same account with other documents: what would have to hold if these were the ones that count. */
    public OrderAccount with(List<OrderDocument> others) {
        return new OrderAccount(
                others, accepted, advanced, completedTasks, isFinallyAccepted, terms, bonds, paid, withheld);
    }

    /** The same account by other terms. */
    OrderAccount with(ProgressTerms others) {
        return new OrderAccount(
                documents, accepted, advanced, completedTasks, isFinallyAccepted, others, bonds, paid, withheld);
    }

    /** The same account after other receipts. */
    public OrderAccount withReceived(Map<String, BigDecimal> quantities, Set<String> tasks, boolean isFinal) {
        return new OrderAccount(documents, quantities, advanced, tasks, isFinal, terms, bonds, paid, withheld);
    }

    /** What has to be withheld now of all that was earned so far. */
    public Usd leastWithheldNow() {
        return leastWithheldOf(paid.plus(withheld));
    }

    private Usd leastWithheldOf(Usd earned) {
        return terms != null && !isFinallyAccepted
                ? new Withholding(terms, price(), completedTasks).leastOf(earned)
                : Usd.ZERO;
    }

    /** What is bought comes to in money, before tax and freight, US dollars. */
    public Usd price() {
        return documents.stream()
                .map(OrderDocument::priceInMoney)
                .min(Comparator.naturalOrder())
                .orElse(Usd.ZERO);
    }

    /**
     * Whether payments are progress payments now: agreed for what the order buys, and not all accepted yet. Terms that an amendment made unfit go
     * on to withhold, and let nothing be paid that was not accepted.
     */
    public boolean isInProgress() {
        return terms != null && !isFinallyAccepted && documents.stream().allMatch(terms.kind()::fits);
    }

    /** What all payments together may come to as things stand. */
    public Usd mayBePaid() {
        return documents.stream()
                .map(this::payableBy)
                .min(Comparator.naturalOrder())
                .orElse(Usd.ZERO);
    }

    /** What one more payment may come to. */
    public Usd leftToPay() {
        Usd left = mayBePaid().minus(paid);
        return left.isNegative() ? Usd.ZERO : left;
    }

    /** What has to stay withheld of the price before final acceptance. */
    public Usd leastWithheldOfPrice() {
        return terms != null && !isFinallyAccepted
                ? new Withholding(terms, price(), completedTasks).leastOfPrice()
                : Usd.ZERO;
    }

    /** What the performance bond comes to at least: the terms' share of all that is payable, for special goods in progress; else nothing. */
    public Usd leastPerformanceBond() {
        return terms != null && !isFinallyAccepted
                ? terms.leastPerformanceBond(inForce().amounts().total())
                : Usd.ZERO;
    }

    private Usd payableBy(OrderDocument document) {
        if (terms != null && !isFinallyAccepted && terms.kind().fits(document)) {
            return new Withholding(terms, document.priceInMoney(), completedTasks).mostPaid();
        }
        Usd worth = Usd.sum(
                document.lines().stream().map(line -> worthOf(document, line)).toList());
        if (worth.isZero()) {
            return Usd.ZERO;
        }
        Usd withTaxAndFreight =
                worth.plus(document.amounts().tax()).plus(document.amounts().freight());
        return least(document.totalInMoney(), withTaxAndFreight);
    }

    /** What of a line was accepted, or may be paid in advance; never more than the line. */
    private Usd worthOf(OrderDocument document, OrderDocument.Line line) {
        String key = Identifier.keyOf(line.ordered().lineId());
        Usd worth = acceptedWorthOf(line);
        Usd advance = Usd.sum(advanced.stream()
                .filter(one -> one.key().equals(key)
                        && (one.basis() == null || document.letsBePaidInAdvance(line.ordered(), one.basis())))
                .map(Advance::amount)
                .toList());
        return least(line.ordered().amount(), advance.compareTo(worth) > 0 ? advance : worth);
    }

    /** What was accepted of a line, in US dollars at the line's price. */
    public Usd acceptedWorthOf(OrderDocument.Line line) {
        BigDecimal quantity =
                accepted.getOrDefault(Identifier.keyOf(line.ordered().lineId()), BigDecimal.ZERO);
        return least(
                line.ordered().amount(),
                line.ordered().unitPrice().times(quantity).roundedHalfUp());
    }

    /** Whether everything that is ordered was accepted. */
    public boolean isWhollyAccepted() {
        return inForce().lines().stream()
                .allMatch(line ->
                        accepted.getOrDefault(Identifier.keyOf(line.ordered().lineId()), BigDecimal.ZERO)
                                        .compareTo(line.ordered().quantity())
                                >= 0);
    }

    /** Whether a line of the order, by the key of its id, is public works. */
    public boolean isPublicWorks(String key) {
        return inForce().lines().stream()
                .anyMatch(line -> line.ordered().publicWorks()
                        && Identifier.keyOf(line.ordered().lineId()).equals(key));
    }

    /**
     * Public works do not start, and are not paid, without their payment bond (PW-BOND-TRIGGER).
     *
     * @param arePublicWorks whether what is asked about is for public works of the order
     * @throws RefusedByRule (422) when the bond is not recorded that they need
     */
    public void requirePaymentBond(boolean arePublicWorks) {
        if (arePublicWorks && bonds.lacksPaymentBond(inForce())) {
            Usd least = bonds.leastPaymentBond(inForce());
            throw new RefusedByRule(
                    "payment-bond-missing",
                    "Public works of " + inForce().publicWorks() + " are more than "
                            + bonds.mostPublicWorksWithoutBond() + ": they start only under a payment bond of at least "
                            + least + ", the price of the whole order; recorded is " + bonds.paymentOf(inForce())
                            + ". Record the bond first (Guide s4 p12, s11 p22).",
                    Map.of(
                            "rule",
                            "PW-BOND-TRIGGER",
                            "leastPaymentBond",
                            least,
                            "recorded",
                            bonds.paymentOf(inForce())));
        }
    }

    /**
     * Asks whether a payment may be made.
     *
     * @param amount what leaves the account, what is released of the withheld included
     * @param kept what is kept back beside it
     * @param freed what of the amount is taken out of what was withheld before
     * @throws PaymentBeyond (409) with the figures when it may not
     */
    public void requireAllows(Usd amount, Usd kept, Usd freed) {
        if (!leastPerformanceBond().isAtMost(bonds.performance())) {
            throw PaymentBeyond.withoutBond(this);
        }
        requireHolds(paid.plus(amount), withheld.plus(kept).minus(freed));
    }

    /** @throws PaymentBeyond (409) when what was paid is more than may be paid as things stand */
    public void requireHolds() {
        requireHolds(paid, withheld);
    }

    private void requireHolds(Usd allPaid, Usd allWithheld) {
        if (!allPaid.isAtMost(mayBePaid())) {
            throw PaymentBeyond.mayBePaid(this, allPaid);
        }
        Usd least = leastWithheldOf(allPaid.plus(allWithheld));
        if (!least.isAtMost(allWithheld)) {
            throw PaymentBeyond.withheldTooLittle(this, allWithheld, least);
        }
    }

    private static Usd least(Usd one, Usd other) {
        return one.isAtMost(other) ? one : other;
    }
}
