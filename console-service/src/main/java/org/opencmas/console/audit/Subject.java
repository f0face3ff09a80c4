package org.opencmas.console.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opencmas.console.client.department.Journal.Entry;
import org.opencmas.console.frame.Reader;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.terms.Roles;

/**
 * What an entry of a journal is about, as its readers call it; the id by which the journal knows it stands beside it.
 *
 * @param words such as {@code Order PO-77}; empty for what no page knows
 * @param page the address of its page; empty where there is none, or none for the reader
 */
record Subject(String words, String page) {
    private static final Subject UNKNOWN = new Subject("", "");

    /** What happened to an order, its invoices and its file; the order is what has a page. */
    private static final Set<String> OF_AN_ORDER =
            Set.of("order", "order-dealing", "order-preview", "attestation", "file", "invoice", "payment", "receipt");

    /** What has no name of its own, and is called by whose it is. */
    private static final Set<String> CALLED_BY_WHOSE = Set.of(
            "review", "exemption-determination", "obligations", "remittance", "agency-policy-change", "file-list");

    /**
     * Returns what an entry is about.
     *
     * @param names what agencies, contractors and orders are called, by their ids
     */
    static Subject of(Entry entry, Map<String, String> names, Reader reader) {
        String kind = kind(entry);
        JsonNode data = entry.data();
        if (OF_AN_ORDER.contains(kind)) {
            return order(kind, data, names);
        }
        return switch (kind) {
            case "fee" -> data.has("declaredOrderId") ? declaredFee(data) : order(kind, data, names);
            case "report" -> report("Report of ", data, "quarter");
            case "remittance", "credit", "obligations" -> money(kind, data, names, reader);
            case "fee-rate" ->
                new Subject(
                        "Fee rate "
                                + Forms.percent(new BigDecimal(data.path("rate").asText("0"))) + " from "
                                + day(data, "firstOrderDate"),
                        "/figures");
            case "agreement", "price-list" ->
                paged("Agreement " + text(data, "cmasNumber"), "agreements", text(data, "cmasNumber"));
            case "contractor" -> paged(text(data, "legalName"), "contractors", text(data, "contractorId"));
            case "name-change" ->
                paged(
                        text(data, "oldLegalName") + ", now " + text(data, "newLegalName"),
                        "contractors",
                        text(data, "contractorId"),
                        "name-changes",
                        text(data, "caseId"));
            case "lpa" -> new Subject("Other agreement " + text(data, "number"), "");
            default -> ofAgency(kind, data, names);
        };
    }

    private static Subject ofAgency(String kind, JsonNode data, Map<String, String> names) {
        String agency = text(data, "agencyId");
        return switch (kind) {
            case "agency" -> paged(text(data, "name"), "agencies", agency, "policy");
            case "agency-policy-change" ->
                paged(
                        "Policy" + whose(names, agency) + " from " + day(data, "effectiveOn"),
                        "agencies",
                        agency,
                        "policy");
            case "file-list" ->
                new Subject("List of what a file holds" + whose(names, agency) + " from " + day(data, "validFrom"), "");
            case "request-for-offer" ->
                paged("Request " + text(data, "reference"), "requests", text(data, "requestId"));
            case "exemption-determination" ->
                paged("Exemption" + whose(names, agency), "exemptions", text(data, "determinationId"));
            case "review" ->
                paged("Review" + whose(names, text(data, "contractorId")), "reviews", text(data, "reviewId"));
            default -> UNKNOWN;
        };
    }

    /** Returns the ids in an entry whose names its subject is called by. */
    static Stream<String> namedBy(Entry entry) {
        if (CALLED_BY_WHOSE.contains(kind(entry))) {
            return Stream.of("agencyId", "contractorId")
                    .map(member -> text(entry.data(), member))
                    .filter(id -> !id.isEmpty());
        }
        return Stream.empty();
    }

    /** Returns the id of the order that an entry is about where the entry does not say its number. */
    static Stream<String> numberedBy(Entry entry) {
        String kind = kind(entry);
        boolean isOfAnOrder = OF_AN_ORDER.contains(kind) || kind.equals("fee");
        return isOfAnOrder
                        && text(entry.data(), "agencyOrderNumber").isEmpty()
                        && !entry.data().has("declaredOrderId")
                ? Stream.of(text(entry.data(), "orderId")).filter(id -> !id.isEmpty())
                : Stream.empty();
    }

    private static Subject order(String kind, JsonNode data, Map<String, String> names) {
        String id = text(data, "orderId");
        String number = text(data, "agencyOrderNumber");
        String known = number.isEmpty() ? names.getOrDefault(id, "") : number;
        int amendment = data.path("amendmentNumber").asInt();
        String invoice = kind.equals("invoice") ? "Invoice " + text(data, "invoiceNumber") + ", order" : "Order";
        return paged(
                known.isEmpty()
                        ? "An order"
                        : invoice + " " + known + (amendment > 0 ? ", amendment " + amendment : ""),
                "orders",
                id);
    }

    /** An order that no agency told of has no page: its report has it. */
    private static Subject declaredFee(JsonNode data) {
        Subject report = report("", data, "belongsToQuarter");
        return new Subject(
                "Order " + text(data, "purchaseOrderNumber") + " of " + text(data, "agencyName")
                        + ", as its contractor reported it",
                report.page());
    }

    private static Subject report(String before, JsonNode data, String quarter) {
        String number = text(data, "cmasNumber");
        return paged(
                before + number + ", " + Forms.quarter(text(data, quarter)), "reports", number, text(data, quarter));
    }

    private static Subject money(String kind, JsonNode data, Map<String, String> names, Reader reader) {
        String contractor = whose(names, text(data, "contractorId"));
        Subject subject = switch (kind) {
            case "credit" -> paged("Credit of " + text(data, "cmasNumber"), "credits", text(data, "cmasNumber"));
            case "remittance" -> {
                String reference = text(data, "reference");
                yield paged(
                        "Payment" + (reference.isEmpty() ? "" : " " + reference) + contractor,
                        "remittances",
                        text(data, "remittanceId"));
            }
            default ->
                paged(
                        "Settlement" + contractor + " through " + Forms.quarter(text(data, "throughQuarter")),
                        "settlements",
                        text(data, "settlementId"));
        };
        boolean maySee = reader.holdsOneOf(Set.of(Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR));
        return maySee ? subject : new Subject(subject.words(), "");
    }

    private static Subject paged(String words, String... segments) {
        boolean isWhole = Stream.of(segments).noneMatch(String::isEmpty);
        return new Subject(words, isWhole ? Address.of(segments).toString() : "");
    }

    private static String whose(Map<String, String> names, String id) {
        String name = names.getOrDefault(id, "");
        return name.isEmpty() ? "" : " of " + name;
    }

    private static String day(JsonNode data, String member) {
        try {
            return Forms.day(LocalDate.parse(text(data, member)));
        } catch (DateTimeParseException none) {
            return text(data, member);
        }
    }

    private static String text(JsonNode data, String member) {
        return data.path(member).asText("");
    }

    /** Returns what something happened to, by the event's type: {@code order} of {@code order.issued.v1}. */
    private static String kind(Entry entry) {
        int dot = entry.type().indexOf('.');
        return dot < 0 ? entry.type() : entry.type().substring(0, dot);
    }
}
