package org.opencmas.order.purchaseorder.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.orderbody.procurement.Procurement.Answer;
import org.opencmas.orderbody.procurement.Procurement.ContractorAsked;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.Identifier;

/**
 * Whom the request for offer that an order names has asked, as it is on record (SOL-MIN3-STATE, Guide s2 p7). An original order that names a request of
 * this service tells what stands there: left out it is taken from the record, and what differs is refused. Of a request that was kept elsewhere
 * the order tells what it tells.
 */
public final class RecordOfRequest {
    private static final String POINTER = "/procurement/contractorsAsked";
    private static final String ASKED = """
            select a.contractor_id, a.document ->> 'name' as name, a.asked_on,
                exists (select from jsonb_array_elements_text(a.document -> 'certifications') type where type <> 'NP') as certified,
                array(select o.standing from offer o where o.request_id = a.request_id and o.contractor_id = a.contractor_id
                    and o.agency_id = a.agency_id) as standings,
                (select o.reason from offer o where o.request_id = a.request_id and o.contractor_id = a.contractor_id
                    and o.agency_id = a.agency_id and o.reason is not null order by o.act_number limit 1) as reason,
                r.none_certified_reason
            from contractor_asked a
            join request_for_offer r on r.request_id = a.request_id and r.agency_id = a.agency_id
            where a.request_id = ? and a.agency_id = ? order by a.asked_number
            """;

    private RecordOfRequest() {}

    private record Asked(
            List<ContractorAsked> all, @Nullable String noneCertifiedReason) {}

    /**
     * The order with whom its request asked.
     *
     * @throws RefusedByRule (422) that names every contractor told otherwise than it is on record, or a request that is not the agency's
     */
    public static OrderBody complete(Connection connection, OrderBody order) throws SQLException {
        Procurement told = order.procurement();
        UUID requestId = told == null || told.requestForOffer() == null
                ? null
                : told.requestForOffer().requestId();
        if (told == null || requestId == null) {
            return order;
        }
        FollowedRequest.requireOwn(connection, order.agencyId(), told, null);
        Asked asked = asked(connection, requestId, order.agencyId());
        requireSame(told, asked, requestId);
        return order.withProcurement(new Procurement(
                told.requestForOffer(),
                told.contractorsAsked() == null ? asked.all() : told.contractorsAsked(),
                asked.noneCertifiedReason() == null ? told.noneCertifiedReason() : asked.noneCertifiedReason(),
                told.bestValueSteps(),
                told.agreementCopies(),
                told.clauses()));
    }

    /**
     * What a draft tells was on record when it was written; the request may have asked others since.
     *
     * @throws RefusedByRule (422) as {@link #complete}
     */
    public static void require(Connection connection, OrderDocument order) throws SQLException {
        UUID requestId = FollowedRequest.of(order);
        Procurement told = order.statements().procurement();
        if (requestId != null && told != null && order.amendmentNumber() == 0) {
            requireSame(told, asked(connection, requestId, order.agencyId()), requestId);
        }
    }

    private static void requireSame(Procurement told, Asked asked, UUID requestId) {
        List<Fault> faults = told.contractorsAsked() == null ? List.of() : faults(told.contractorsAsked(), asked.all());
        if (!faults.isEmpty()) {
            throw new RefusedByRule(
                    "differs-from-request-for-offer",
                    "The order tells of contractors asked otherwise than the request for offer that it names has on record.",
                    faults,
                    Map.of("rule", "SOL-MIN3-STATE", "requestId", requestId));
        }
    }

    private static List<Fault> faults(List<ContractorAsked> told, List<ContractorAsked> asked) {
        List<Fault> faults = new ArrayList<>();
        List<ContractorAsked> left = new ArrayList<>(asked);
        for (int i = 0; i < told.size(); i++) {
            ContractorAsked one = told.get(i);
            String at = POINTER + "/" + i;
            Optional<ContractorAsked> found =
                    left.stream().filter(other -> isSame(one, other)).findFirst();
            if (found.isEmpty()) {
                faults.add(new Fault(at, "is none of those whom the request has asked, or is told twice"));
                continue;
            }
            left.remove(found.get());
            if (!one.askedOn().equals(found.get().askedOn())) {
                faults.add(new Fault(
                        at + "/askedOn",
                        "is " + one.askedOn() + ", by the record " + found.get().askedOn()));
            }
            if (one.certified() && !found.get().certified()) {
                faults.add(new Fault(at + "/certified", "is true; the request has no certificate of it on record"));
            }
        }
        left.forEach(one -> faults.add(new Fault(
                POINTER,
                "does not tell of " + one.name() + ", whom the request has asked on " + one.askedOn(),
                "Tell everybody who was asked, or leave contractorsAsked out: it is then taken from the record.")));
        return faults;
    }

    /** By the registry's id where the order tells one, else by the name. */
    private static boolean isSame(ContractorAsked told, ContractorAsked asked) {
        return told.contractorId() == null
                ? Identifier.keyOf(told.name()).equals(Identifier.keyOf(asked.name()))
                : told.contractorId().equals(asked.contractorId());
    }

    private static Asked asked(Connection connection, UUID requestId, UUID agencyId) throws SQLException {
        List<ContractorAsked> all = new ArrayList<>();
        String noneCertified = null;
        try (PreparedStatement select = connection.prepareStatement(ASKED)) {
            select.setObject(1, requestId);
            select.setObject(2, agencyId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(asked(row));
                    noneCertified = row.getString("none_certified_reason");
                }
            }
        }
        return new Asked(all, noneCertified);
    }

    private static ContractorAsked asked(ResultSet row) throws SQLException {
        Array array = row.getArray("standings");
        List<String> standings = Arrays.asList((String[]) array.getArray());
        boolean compared = standings.contains("RESPONSIVE");
        boolean offered = standings.stream().anyMatch(standing -> !standing.equals("DECLINED"));
        Answer answer = standings.isEmpty() ? Answer.NONE : offered ? Answer.OFFER : Answer.NO_OFFER;
        return new ContractorAsked(
                row.getString("name"),
                row.getObject("contractor_id", UUID.class),
                row.getObject("asked_on", LocalDate.class),
                row.getBoolean("certified"),
                answer,
                compared,
                compared ? null : row.getString("reason"));
    }
}
