package org.opencmas.compliance.check;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.known.RequestRecord;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Answer;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ContractorAsked;
import org.opencmas.terms.Identifier;

/**
 * The record of the request for offer that a checked order names (SOL-MIN3-STATE, Guide s2 p7), as far as it is known here. It does to a
 * check what placing does to an order: whom the order does not tell of is taken from the record, and what it tells is compared with it.
 *
 * @param asked everybody the request asked; null where no record is known, or the order names none
 * @param named whether the order names a request and is no amendment, which seeks no offers
 */
record RecordOfRequest(
        boolean named,
        @Nullable List<ContractorAsked> asked,
        @Nullable String noneCertifiedReason) {
    private static final ObjectReader ASKED = FactsJson.reader(new TypeReference<List<Asked>>() {});
    private static final ObjectReader ANSWERS = FactsJson.reader(new TypeReference<List<Given>>() {});
    private static final String SELECT = """
            select asked, answers, none_certified_reason from request_record
             where agency_id = ? and request_id = ?
               and not exists (select from parked_event
                where state <> 'REPLAYED' and topic = 'cmas.requests-for-offer' and record_key = request_id::text)
            """;

    private record Asked(UUID contractorId, String name, LocalDate askedOn, List<String> certifications) {
        boolean certified() {
            return certifications.stream().anyMatch(type -> !type.equals("NP"));
        }
    }

    private record Given(
            UUID contractorId, String standing, @Nullable String reason) {}

    static RecordOfRequest read(Connection connection, Order order) throws SQLException {
        UUID requestId = order.amended()
                ? null
                : order.procurement()
                        .map(Procurement::requestForOffer)
                        .map(Procurement.RequestForOffer::requestId)
                        .orElse(null);
        if (requestId == null) {
            return new RecordOfRequest(false, null, null);
        }
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, order.agencyId());
            select.setObject(2, requestId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? of(row) : new RecordOfRequest(true, null, null);
            }
        }
    }

    private static RecordOfRequest of(ResultSet row) throws SQLException {
        try {
            List<Asked> asked = ASKED.readValue(row.getString("asked"));
            List<Given> answers = ANSWERS.readValue(row.getString("answers"));
            return new RecordOfRequest(
                    true,
                    asked.stream().map(one -> contractor(one, answers)).toList(),
                    row.getString("none_certified_reason"));
        } catch (IOException wrong) {
            throw new IllegalStateException("a record that was kept is read again", wrong);
        }
    }

    private static ContractorAsked contractor(Asked asked, List<Given> all) {
        List<Given> own = all.stream()
                .filter(given -> given.contractorId().equals(asked.contractorId()))
                .toList();
        boolean compared = own.stream().anyMatch(given -> given.standing().equals("RESPONSIVE"));
        boolean offered = own.stream().anyMatch(given -> !given.standing().equals("DECLINED"));
        String reason = own.stream()
                .flatMap(given -> Stream.ofNullable(given.reason()))
                .findFirst()
                .orElse(null);
        return new ContractorAsked(
                asked.name(),
                asked.contractorId(),
                asked.askedOn(),
                asked.certified(),
                own.isEmpty() ? Answer.NONE : offered ? Answer.OFFER : Answer.NO_OFFER,
                compared,
                compared ? null : reason);
    }

    /** The order with what it leaves to the record. */
    Order complete(Order order) {
        Procurement told = order.procurement().orElse(null);
        if (asked == null || told == null) {
            return order;
        }
        return order.withProcurement(new Procurement(
                told.requestForOffer(),
                told.contractorsAsked() == null ? asked : told.contractorsAsked(),
                noneCertifiedReason == null ? told.noneCertifiedReason() : noneCertifiedReason,
                told.bestValueSteps(),
                told.agreementCopies(),
                told.clauses()));
    }

    /** How the record stands to what the order tells; null where the order names no request. */
    @Nullable
    RequestRecord standing(Order order) {
        if (!named) {
            return null;
        }
        if (asked == null) {
            return RequestRecord.NOT_SEEN;
        }
        List<ContractorAsked> told = order.procurement()
                .flatMap(way -> Optional.ofNullable(way.contractorsAsked()))
                .orElse(asked);
        return isSame(told, asked) ? RequestRecord.AS_TOLD : RequestRecord.DIFFERS;
    }

    private static boolean isSame(List<ContractorAsked> told, List<ContractorAsked> asked) {
        List<ContractorAsked> left = new ArrayList<>(asked);
        for (ContractorAsked one : told) {
            Optional<ContractorAsked> found =
                    left.stream().filter(other -> isSame(one, other)).findFirst();
            if (found.isEmpty()
                    || !one.askedOn().equals(found.get().askedOn())
                    || one.certified() && !found.get().certified()) {
                return false;
            }
            left.remove(found.get());
        }
        return left.isEmpty();
    }

    /** By the registry's id where the order tells one, else by the name. */
    private static boolean isSame(ContractorAsked told, ContractorAsked asked) {
        return told.contractorId() == null
                ? Identifier.keyOf(told.name()).equals(Identifier.keyOf(asked.name()))
                : told.contractorId().equals(asked.contractorId());
    }
}
