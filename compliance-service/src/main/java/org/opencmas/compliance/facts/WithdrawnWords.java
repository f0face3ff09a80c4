package org.opencmas.compliance.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Attestation.Withdrawal;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.sql.Answer;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;

/** Which attestations of an order its agency has taken back. Nothing is asked of orders that come without any. */
final class WithdrawnWords {
    private static final Columns<Order> ORDERS = Columns.<Order>of("agency_id", "uuid", Order::agencyId)
            .and("agency_order_number", "text", Order::agencyOrderNumber);
    private static final String SELECT = """
            select w.agency_id, w.agency_order_number, w.rule, w.attested_by, w.attested_on, w.statement,
                   w.withdrawn_on, w.withdrawn_by_name, w.reason
              from %s join attestation_withdrawal w using (agency_id, agency_order_number)
            """.formatted(ORDERS.given());

    private final Map<Word, Withdrawal> withdrawn;

    private WithdrawnWords(Map<Word, Withdrawal> withdrawn) {
        this.withdrawn = withdrawn;
    }

    /** One person's word on one order: another day or other words are another one. */
    private record Word(
            UUID agencyId,
            String agencyOrderNumber,
            String rule,
            String attestedBy,
            LocalDate attestedOn,
            String statement) {
        static Word of(Order order, Attestation one) {
            return new Word(
                    order.agencyId(),
                    order.agencyOrderNumber(),
                    one.rule(),
                    one.attestedBy(),
                    one.attestedOn(),
                    one.statement());
        }
    }

    /** Asks, together with other things, what of those orders was taken back. */
    static Answer<WithdrawnWords> ask(RoundTrip asked, List<Order> orders) {
        List<Order> attested =
                orders.stream().filter(order -> !order.attestations().isEmpty()).toList();
        if (attested.isEmpty()) {
            return Answer.of(new WithdrawnWords(Map.of()));
        }
        return Answer.ask(asked, SELECT, (select, first) -> ORDERS.bind(select, first, attested), WithdrawnWords::read);
    }

    private static WithdrawnWords read(ResultSet row) throws SQLException {
        Map<Word, Withdrawal> withdrawn = new HashMap<>();
        while (row.next()) {
            withdrawn.put(
                    new Word(
                            row.getObject("agency_id", UUID.class),
                            row.getString("agency_order_number"),
                            row.getString("rule"),
                            row.getString("attested_by"),
                            row.getObject("attested_on", LocalDate.class),
                            row.getString("statement")),
                    new Withdrawal(
                            row.getObject("withdrawn_on", LocalDate.class),
                            row.getString("withdrawn_by_name"),
                            row.getString("reason")));
        }
        return new WithdrawnWords(withdrawn);
    }

    /** The order with each of its attestations that was taken back marked so. */
    Order mark(Order order) {
        if (withdrawn.isEmpty() || order.attestations().isEmpty()) {
            return order;
        }
        return order.withAttestations(order.attestations().stream()
                .map(one -> {
                    Withdrawal back = withdrawn.get(Word.of(order, one));
                    return back == null ? one : one.withdrawn(back);
                })
                .toList());
    }
}
