package org.opencmas.fees.ledger.posting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CmasNumber;

/** Fees that cannot be worked out yet, each with what is missing; a report with one of them cannot be filed. */
@ApplicationScoped
class PendingFees {
    private static final Columns<PendingFee> PENDING = Columns.<PendingFee>of(
                    "cmas_number", "text", pending -> pending.part().agreement())
            .and("order_id", "uuid", pending -> pending.part().orderId())
            .and("since", "timestamptz", PendingFee::since)
            .and("contractor_id", "uuid", pending -> pending.contractorId().orElse(null))
            .and("agency_id", "uuid", pending -> pending.original().agencyId())
            .and("agency_order_number", "text", pending -> pending.original().agencyOrderNumber())
            .and("order_date", "date", pending -> pending.original().orderDate())
            .and("base", "numeric", pending -> pending.worth().course().base().amount());
    private static final Columns<Missing> MISSING = Columns.<Missing>of(
                    "cmas_number", "text", missing -> missing.part().agreement())
            .and("order_id", "uuid", missing -> missing.part().orderId())
            .and("quarters", "text[]", Missing::quarters)
            .and("missing", "text", Missing::what);
    private static final String KEEP = """
            insert into pending_fee (cmas_number, order_id, since, contractor_id, agency_id, agency_order_number, order_date, base,
                quarters, missing)
            select cmas_number, order_id, since, contractor_id, agency_id, agency_order_number, order_date, base, m.quarters, m.missing
            from %s join (
                select cmas_number, order_id, quarters, array_agg(missing order by place) missing from %s
                group by cmas_number, order_id, quarters) m using (cmas_number, order_id)
            on conflict (cmas_number, order_id) do update set contractor_id = excluded.contractor_id, base = excluded.base,
                quarters = excluded.quarters, missing = excluded.missing
            """.formatted(PENDING.given(), MISSING.given());

    private static final Columns<OrderPart> PARTS =
            Columns.of("cmas_number", "text", OrderPart::agreement).and("order_id", "uuid", OrderPart::orderId);
    private static final String SETTLE =
            "delete from pending_fee where (cmas_number, order_id) in (select cmas_number, order_id from "
                    + PARTS.given() + ") returning cmas_number";

    private record Missing(OrderPart part, String quarters, String what) {}

    /** Adds pending fees; what is known of one that is pending already is brought up to date. */
    void keep(Connection connection, List<PendingFee> pending) throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        List<Missing> missing = new ArrayList<>();
        pending.forEach(fee ->
                fee.worth().missing().forEach(what -> missing.add(new Missing(fee.part(), fee.quarters(), what))));
        try (PreparedStatement upsert = connection.prepareStatement(KEEP)) {
            MISSING.bind(upsert, PENDING.bind(upsert, 1, pending), missing);
            upsert.executeUpdate();
        }
    }

    /**
     * Takes away the pending fees of the parts, if they have some.
     *
     * @return the agreements of the fees taken away
     */
    Set<CmasNumber> settle(Connection connection, Collection<OrderPart> parts) throws SQLException {
        Set<CmasNumber> agreements = new HashSet<>();
        if (parts.isEmpty()) {
            return agreements;
        }
        try (PreparedStatement delete = connection.prepareStatement(SETTLE)) {
            PARTS.bind(delete, 1, parts);
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    agreements.add(CmasNumber.parse(row.getString(1)));
                }
            }
        }
        return agreements;
    }
}
