package org.opencmas.order.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.document.ContractorAgreement;
import org.opencmas.order.purchaseorder.document.Difference;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.RecordedAttestation;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.paper.Paper;

/** One version of an order as a paper that a person would sign. */
final class OrderPaper {
    private static final String TO_SIGN =
            "\n\n______________________________\nName and title\n\n\n______________________________\nDate";
    private static final Pattern OF_LINE = Pattern.compile("/lines/(\\d+)(?:/(.*))?");

    private static final Pattern OF_SUB = Pattern.compile("/subOrders/(\\d+)(.*)");

    private OrderPaper() {}

    /**
     * @param agency its name
     * @param contractor its name, as far as the order's papers tell it
     * @param hash SHA-256 of the version's JSON, in hexadecimal digits
     * @param before the version in force before an amendment; null for the original
     */
    static Paper of(
            OrderVersion version, String agency, String contractor, String hash, @Nullable OrderDocument before) {
        OrderDocument order = version.document();
        int amendment = order.amendmentNumber();
        String number = order.naming().agencyOrderNumber();
        String title =
                amendment == 0 ? "Purchase order " + number : "Purchase order " + number + ", amendment " + amendment;
        var paper = new Paper(title, title + ", version " + order.documentVersion());
        paper.values(head(version, agency, contractor));
        for (SubOrder group : order.subOrders()) {
            paper.heading("Sub #" + group.subNumber() + " under CMAS "
                    + group.cmasNumber().canonical());
            paper.table(
                    List.of("Line", "Item and description", "Quantity", "Unit price", "Amount"),
                    List.of(8, 46, 14, 16, 16),
                    rows(order, group));
        }
        paper.heading("Amounts");
        paper.table(
                List.of("", "US dollars"),
                List.of(70, 30),
                List.of(
                        List.of(
                                "Before tax and freight",
                                Paper.money(order.amounts().subtotalExcludingTax())),
                        List.of("Tax", Paper.money(order.amounts().tax())),
                        List.of("Freight", Paper.money(order.amounts().freight())),
                        List.of("Total", Paper.money(order.amounts().total()))));
        tradeIns(paper, order);
        attestations(paper, order);
        paper.heading("Signatures");
        // A row each, since rows never break over pages: a name and its date are signed together.
        paper.values(List.of(List.of("For the agency", TO_SIGN), List.of("For the contractor", TO_SIGN)));
        if (before != null) {
            differences(paper, before, order);
        }
        paper.heading("This document");
        paper.values(List.of(
                List.of("Version", Integer.toString(order.documentVersion())),
                List.of("State", version.state().name()),
                List.of("SHA-256 of its JSON", hash.substring(0, 32) + "\n" + hash.substring(32))));
        return paper;
    }

    private static void tradeIns(Paper paper, OrderDocument order) {
        Particulars particulars = order.statements().particulars();
        if (particulars != null && particulars.tradeIns() != null) {
            paper.heading("Taken in part payment");
            paper.table(
                    List.of("What", "US dollars"),
                    List.of(70, 30),
                    particulars.tradeIns().stream()
                            .map(one -> List.of(one.description(), Paper.money(one.allowance())))
                            .toList());
        }
    }

    private static List<List<String>> head(OrderVersion version, String agency, String contractor) {
        OrderDocument order = version.document();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Agency", agency));
        rows.add(List.of("Contractor", contractor));
        rows.add(List.of("Contract number", order.terms().contractNumber()));
        rows.add(List.of("Order number", order.naming().agencyOrderNumber()));
        rows.add(List.of("Order date", order.naming().orderDate().toString()));
        if (order.amendment().amendmentDate() != null) {
            rows.add(List.of("Amendment date", order.amendment().amendmentDate().toString()));
            rows.add(List.of(
                    "Reason", Objects.requireNonNullElse(order.amendment().amendmentReason(), "-")));
        }
        ContractorAgreement agreement = order.amendment().contractorAgreement();
        if (agreement != null) {
            rows.add(List.of("Contractor agreed", agreement.agreedBy() + " on " + agreement.agreedOn()));
            if (agreement.terminationProvision() != null) {
                rows.add(List.of("Termination provision", agreement.terminationProvision()));
            }
        }
        if (order.terms().orderToLocation() != null) {
            rows.add(List.of("Order to", order.terms().orderToLocation()));
        }
        rows.add(List.of(
                "Payment",
                switch (order.terms().paymentMethod()) {
                    case INVOICE -> "By invoice";
                    case CAL_CARD -> "By CAL-Card";
                }));
        if (version.submission() != null) {
            rows.add(List.of("Sent by", version.submission().by()));
        }
        return rows;
    }

    private static List<List<String>> rows(OrderDocument order, SubOrder group) {
        List<List<String>> rows = new ArrayList<>();
        for (OrderDocument.Line line : order.lines()) {
            if (line.subNumber() == group.subNumber()) {
                String item =
                        line.ordered().itemId() == null ? "" : line.ordered().itemId() + "\n";
                String nsp = line.ordered().nsp() ? "\nNot specifically priced" : "";
                rows.add(List.of(
                        line.ordered().lineId(),
                        item + line.ordered().description() + nsp,
                        line.ordered().quantity().toPlainString() + " "
                                + line.ordered().unit(),
                        Paper.money(line.ordered().unitPrice()),
                        Paper.money(line.ordered().amount())));
            }
        }
        rows.add(List.of("", "Subtotal before tax", "", "", Paper.money(group.subtotalExcludingTax())));
        return rows;
    }

    private static void attestations(Paper paper, OrderDocument order) {
        if (!order.attestations().isEmpty()) {
            paper.heading("Statements of persons");
            List<List<String>> rows = new ArrayList<>();
            for (RecordedAttestation one : order.attestations()) {
                rows.add(List.of(
                        one.said().rule(),
                        one.said().statement(),
                        one.said().attestedBy() + "\n" + one.said().attestedOn()));
            }
            paper.table(List.of("Rule", "Statement", "By"), List.of(25, 50, 25), rows);
        }
    }

    private static void differences(Paper paper, OrderDocument before, OrderDocument order) {
        paper.heading("What the amendment changes against version " + before.documentVersion());
        List<List<String>> rows = new ArrayList<>();
        for (Difference difference : Difference.between(before, order)) {
            rows.add(List.of(
                    place(difference.pointer(), before, order), shown(difference.stored()), shown(difference.sent())));
        }
        paper.table(List.of("Where", "Before", "Now"), List.of(34, 33, 33), rows);
    }

    /** A JSON pointer as a person reads it: line 10, unit price. */
    private static String place(String pointer, OrderDocument before, OrderDocument order) {
        Matcher ofSub = OF_SUB.matcher(pointer);
        if (ofSub.matches()) {
            int at = Integer.parseInt(ofSub.group(1));
            List<SubOrder> groups = at < order.subOrders().size() ? order.subOrders() : before.subOrders();
            return "Sub #" + groups.get(at).subNumber() + words(ofSub.group(2)).toLowerCase(Locale.ROOT);
        }
        Matcher ofLine = OF_LINE.matcher(pointer);
        if (!ofLine.matches()) {
            return words(pointer.substring(Math.min(1, pointer.length())));
        }
        int index = Integer.parseInt(ofLine.group(1));
        List<OrderDocument.Line> lines = index < order.lines().size() ? order.lines() : before.lines();
        String line = "Line " + lines.get(index).ordered().lineId();
        return ofLine.group(2) == null
                ? line
                : line + ", " + words(ofLine.group(2)).toLowerCase(Locale.ROOT);
    }

    private static String words(String path) {
        String words =
                path.replace("/", ", ").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "-";
        }
        return value.matches("\\d+\\.\\d{2,6}") ? Paper.money(value) : value;
    }
}
