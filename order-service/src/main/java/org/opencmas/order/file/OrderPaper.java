package org.opencmas.order.file;

import java.time.LocalDate;
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
import org.opencmas.orderbody.delivery.Delivery;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.orderbody.particulars.Particulars.PublicWorks;
import org.opencmas.paper.Paper;
import org.opencmas.terms.Identifier;

/** One version of an order as a paper that a person would sign. */
final class OrderPaper {
    private static final String TO_SIGN =
            "\n\n______________________________\nName and title\n\n\n______________________________\nDate";
    private static final Pattern OF_NAMED = Pattern.compile("/(lines|subOrders)/([^/]+)(?:/(.*))?");
    private static final Pattern WHOLE_LINE = Pattern.compile("/lines/([^/]+)");

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
        particulars(paper, order);
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

    private static void particulars(Paper paper, OrderDocument order) {
        Particulars particulars = order.statements().particulars();
        if (particulars == null) {
            return;
        }
        if (particulars.tradeIns() != null) {
            paper.heading("Taken in part payment");
            List<List<String>> rows = new ArrayList<>();
            particulars.tradeIns().forEach(one -> rows.add(List.of(one.description(), Paper.money(one.allowance()))));
            rows.add(List.of("Left to pay in money, with tax and freight", Paper.money(order.totalInMoney())));
            paper.table(List.of("What", "US dollars"), List.of(70, 30), rows);
        }
        if (particulars.publicWorks() != null) {
            publicWorks(paper, particulars.publicWorks());
        }
        if (particulars.advancePayments() != null) {
            paper.heading("Payment in advance");
            paper.table(
                    List.of("Line", "May be paid in advance as", "By this provision"),
                    List.of(15, 30, 55),
                    particulars.advancePayments().stream()
                            .map(one -> List.of(one.lineId(), basis(one), one.provision()))
                            .toList());
        }
    }

    private static String basis(Particulars.AdvancePayment payment) {
        return switch (payment.basis()) {
            case SUBSCRIPTION -> "Maintenance or license fees of software";
            case WARRANTY -> "Upgrade or extension of a warranty, one time";
            case GC_11019 -> "A case of Government Code 11019, by the word of " + payment.decidedBy();
        };
    }

    /** The wages that prevail stand on the order, or that they are on file (PW-WAGE-RATES, Guide s11 p22). */
    private static void publicWorks(Paper paper, PublicWorks works) {
        List<List<String>> rows = new ArrayList<>();
        if (works.wages() != null) {
            if (works.wages().rates() != null) {
                rows.add(List.of("Prevailing wage rates", works.wages().rates()));
            }
            if (works.wages().onFile()) {
                rows.add(List.of(
                        "Prevailing wages",
                        "The prevailing wage rates set by the Director of Industrial Relations are on file at the agency's office and"
                                + " available on request."));
            }
        }
        if (works.workerClassifications() != null
                && !works.workerClassifications().isEmpty()) {
            rows.add(List.of("Types of worker", String.join("\n", works.workerClassifications())));
        }
        if (works.bond() != null) {
            rows.add(List.of(
                    "Payment bond",
                    Paper.money(works.bond().sum()) + " on " + works.bond().form()));
        }
        if (!rows.isEmpty()) {
            paper.heading("Public works");
            paper.values(rows);
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
        Delivery delivery = order.statements().delivery();
        if (delivery != null) {
            addDay(rows, "Deliver by", delivery.deliverBy());
            addDay(rows, "Services from", delivery.servicesFrom());
            addDay(rows, "Services through", delivery.servicesThrough());
        }
        if (version.submission() != null) {
            rows.add(List.of("Sent by", version.submission().by()));
        }
        return rows;
    }

    private static void addDay(List<List<String>> rows, String name, @Nullable LocalDate day) {
        if (day != null) {
            rows.add(List.of(name, day.toString()));
        }
    }

    private static List<List<String>> rows(OrderDocument order, SubOrder group) {
        List<List<String>> rows = new ArrayList<>();
        for (OrderDocument.Line line : order.lines()) {
            if (line.subNumber() == group.subNumber()) {
                String item =
                        line.ordered().itemId() == null ? "" : line.ordered().itemId() + "\n";
                String marks = (line.ordered().nsp() ? "\nNot specifically priced" : "")
                        + (line.ordered().publicWorks() ? "\nPublic works" : "");
                rows.add(List.of(
                        line.ordered().lineId(),
                        item + line.ordered().description() + marks,
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
        for (Difference difference : Difference.named(before, order)) {
            Matcher whole = WHOLE_LINE.matcher(difference.pointer());
            if (whole.matches()) {
                rows.add(List.of(
                        place(difference.pointer()), line(before, whole.group(1)), line(order, whole.group(1))));
            } else {
                rows.add(List.of(place(difference.pointer()), shown(difference.stored()), shown(difference.sent())));
            }
        }
        paper.table(List.of("Where", "Before", "Now"), List.of(34, 33, 33), rows);
    }

    /** A line that comes or goes, in words. */
    private static String line(OrderDocument document, String key) {
        return document.lines().stream()
                .map(OrderDocument.Line::ordered)
                .filter(line -> Identifier.keyOf(line.lineId()).equals(unescaped(key)))
                .findFirst()
                .map(line -> line.quantity().toPlainString() + " " + line.unit() + " " + line.description() + " at "
                        + Paper.money(line.unitPrice()) + ": " + Paper.money(line.amount()))
                .orElse("-");
    }

    /** A pointer by names as a person reads it: line 10, unit price. */
    private static String place(String pointer) {
        Matcher named = OF_NAMED.matcher(pointer);
        if (!named.matches()) {
            return words(pointer.substring(Math.min(1, pointer.length())));
        }
        String thing = (named.group(1).equals("lines") ? "Line " : "Sub #") + unescaped(named.group(2));
        return named.group(3) == null
                ? thing
                : thing + ", " + words(named.group(3)).toLowerCase(Locale.ROOT);
    }

    private static String unescaped(String name) {
        return name.replace("~1", "/").replace("~0", "~");
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
