package org.opencmas.order.invoice.document;

import static org.opencmas.order.invoice.document.InvoiceState.APPROVED;
import static org.opencmas.order.invoice.document.InvoiceState.DISPUTED;
import static org.opencmas.order.invoice.document.InvoiceState.PAID;
import static org.opencmas.order.invoice.document.InvoiceState.RECEIVED;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencmas.problem.Conflict;

/** The transition table of invoices: what is not in it is refused. */
public final class InvoiceLifecycle {
    private static final Map<InvoiceAct, Map<InvoiceState, InvoiceState>> TABLE = Map.of(
            InvoiceAct.DISPUTE, Map.of(RECEIVED, DISPUTED, APPROVED, DISPUTED),
            InvoiceAct.WITHDRAW_DISPUTE, Map.of(DISPUTED, RECEIVED),
            InvoiceAct.CORRECT, Map.of(RECEIVED, RECEIVED, DISPUTED, RECEIVED, APPROVED, RECEIVED, PAID, RECEIVED),
            InvoiceAct.APPROVE, Map.of(RECEIVED, APPROVED),
            InvoiceAct.PAY_IN_PART, Map.of(APPROVED, APPROVED),
            InvoiceAct.PAY_IN_FULL, Map.of(APPROVED, PAID),
            InvoiceAct.REVERSE_PAYMENT,
                    Map.of(RECEIVED, RECEIVED, DISPUTED, DISPUTED, APPROVED, APPROVED, PAID, APPROVED));

    private InvoiceLifecycle() {}

    /** Where the act leads from the state; empty when it is not allowed there. */
    static Optional<InvoiceState> next(InvoiceState from, InvoiceAct act) {
        return Optional.ofNullable(TABLE.getOrDefault(act, Map.of()).get(from));
    }

    /** @throws Conflict (409) when the table has no such transition */
    public static InvoiceState require(InvoiceState from, InvoiceAct act) {
        return next(from, act).orElseThrow(() -> {
            List<InvoiceAct> allowed = Arrays.stream(InvoiceAct.values())
                    .filter(other -> next(from, other).isPresent())
                    .toList();
            return new Conflict(
                    "invoice-act-not-allowed",
                    "You cannot " + act.words() + " an invoice that is " + from + ".",
                    Map.of("state", from.name(), "act", act.name(), "allowed", allowed));
        });
    }
}
