package org.opencmas.fees.ledger.posting;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.ledger.sales.EnterSales;
import org.opencmas.fees.ledger.sales.EnterSales.Valued;
import org.opencmas.fees.ledger.worth.FeeFacts;
import org.opencmas.fees.ledger.worth.FeeFromScratch;
import org.opencmas.fees.ledger.worth.GatherFacts;
import org.opencmas.fees.ledger.worth.Worth;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;

/**
 * Brings the ledger up to what orders are worth. Posts the difference to what was posted before, in the quarter that it belongs
 * to or, once that is filed, in the next one still open; a quarter that gets an amount is expected to be reported. While a fact is
 * missing nothing is posted, the fee is kept as pending with what is missing, and the reports it belongs to are expected. Sales are
 * entered in any case, and what reports declared of the orders is taken back.
 *
 * <p>Parts are worked out together: their number changes what goes through a statement, not how many statements there are.
 */
@ApplicationScoped
public class PostFee {
    /** A correction of an agency or a contractor can concern any number of orders, and memory is bounded. */
    private static final int PARTS_AT_A_TIME = 1_000;

    private final GatherFacts gatherFacts;
    private final PendingFees pending;
    private final ReportObligations obligations;
    private final PostDifferences postDifferences;
    private final EnterSales enterSales;
    private final DeclaredFees declaredFees;
    private final Clock clock;

    PostFee(
            GatherFacts gatherFacts,
            PendingFees pending,
            ReportObligations obligations,
            PostDifferences postDifferences,
            EnterSales enterSales,
            DeclaredFees declaredFees,
            Clock clock) {
        this.gatherFacts = gatherFacts;
        this.pending = pending;
        this.obligations = obligations;
        this.postDifferences = postDifferences;
        this.enterSales = enterSales;
        this.declaredFees = declaredFees;
        this.clock = clock;
    }

    /**
     * Brings parts of orders up to date, in the connection's transaction, which has taken {@link LedgerLock} before the parts were
     * gathered.
     *
     * @param cause the event on whose account it is done
     */
    public void bringUpToDate(Connection connection, List<OrderPart> parts, ReceivedEvent cause) throws SQLException {
        for (int first = 0; first < parts.size(); first += PARTS_AT_A_TIME) {
            int end = Math.min(first + PARTS_AT_A_TIME, parts.size());
            post(connection, gatherFacts.ofParts(connection, parts.subList(first, end)), part -> cause);
        }
    }

    /**
     * Brings all parts of changed orders up to date, in the connection's transaction, which has taken {@link LedgerLock}, and in the order
     * given.
     *
     * @param changed by order, the event on whose account it is done
     * @return how many differences were posted
     */
    public int bringOrdersUpToDate(Connection connection, SequencedMap<UUID, ReceivedEvent> changed)
            throws SQLException {
        return post(
                connection,
                gatherFacts.ofOrders(connection, changed.sequencedKeySet()),
                part -> requireNonNull(changed.get(part.orderId())));
    }

    private int post(
            Connection connection, SequencedMap<OrderPart, FeeFacts> facts, Function<OrderPart, ReceivedEvent> causeOf)
            throws SQLException {
        Instant now = clock.instant();
        List<PendingFee> waiting = new ArrayList<>();
        SequencedMap<OrderPart, Worth.Known> known = new LinkedHashMap<>();
        SequencedMap<OrderPart, Valued> valued = new LinkedHashMap<>();
        facts.forEach((part, all) -> {
            Worth worth = FeeFromScratch.of(all);
            valued.put(part, new Valued(all, worth));
            switch (worth) {
                case Worth.Uncomputable unknown -> waiting.add(new PendingFee(part, unknown, all, now));
                case Worth.Known whole -> known.put(part, whole);
            }
        });
        enterSales.enter(connection, valued, causeOf, now);
        pending.keep(connection, waiting);
        Set<CmasNumber> changed = pending.settle(connection, known.keySet());
        waiting.forEach(fee -> changed.add(fee.part().agreement()));
        obligations.expectUncomputable(connection, changed);
        int posted = postDifferences.post(connection, known, causeOf, now);
        answerDeclared(connection, facts, causeOf);
        return posted;
    }

    /** What a report declared of these orders is owed by the ledger now, or once more by the report. */
    private void answerDeclared(
            Connection connection, SequencedMap<OrderPart, FeeFacts> facts, Function<OrderPart, ReceivedEvent> causeOf)
            throws SQLException {
        List<DeclaredFees.Named> orders = new ArrayList<>();
        Map<String, ReceivedEvent> causes = new HashMap<>();
        facts.forEach((part, all) -> {
            String number = all.history().getFirst().agencyOrderNumber();
            orders.add(new DeclaredFees.Named(part.agreement(), number));
            causes.putIfAbsent(Identifier.keyOf(number), causeOf.apply(part));
        });
        declaredFees.ofOrders(
                connection,
                orders,
                (orderKey, event) ->
                        DeclaredFees.after(requireNonNull(causes.get(orderKey))).apply(orderKey, event));
    }
}
