package org.opencmas.console.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Reports.AddedOrders;
import org.opencmas.console.client.Reports.AddedRow;
import org.opencmas.console.client.Reports.Draft;
import org.opencmas.console.client.Reports.LineAnswer;
import org.opencmas.console.client.Reports.NewReportLines;
import org.opencmas.console.client.Reports.ReportDraft;
import org.opencmas.console.client.Reports.ReportLine;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;

/**
 * The contractor's word on a report: an answer for each pre-filled line, and the orders that are added. Fields carry the line's own
 * key, so that what was typed stays with its line when others come or go.
 */
final class ReportForm {
    private static final int MOST_ADDED = 200;
    private static final int REASON_LONGEST = 1_000;
    private static final int KEPT_LONGEST = 2_000;

    /** The fields of an added order that are empty until somebody types; the others begin with a choice. */
    private static final List<String> TYPED_OF_ADDED = List.of(
            "agencyName",
            "agencyBillingCode",
            "purchaseOrderNumber",
            "purchaseOrderDate",
            "total",
            "tax",
            "freight",
            "fee");

    private ReportForm() {}

    /** Which agency an added order is from: a local one owes the incentive fee on it. */
    enum AgencyClass {
        LOCAL,
        STATE
    }

    /** Returns the field prefix of a pre-filled line. */
    static String key(ReportLine line) {
        return line.orderId() + "." + line.documentVersion() + "." + line.cause();
    }

    /** Tells whether a field of the form has a place on the page of these lines; an answer that says nothing but "right" needs none. */
    static boolean isOnPage(String field, List<ReportLine> lines) {
        boolean isOfALine = field.matches("[0-9a-f-]{36}\\..*") && !field.endsWith(".answer");
        return !isOfALine || lines.stream().anyMatch(line -> field.startsWith(key(line) + "."));
    }

    /** Says so when more orders were added, by a file, than the form has rows for: the others would be lost by saving it. */
    static void requireRoom(Inputs inputs, ReportDraft saved) {
        int added = added(saved);
        if (added > MOST_ADDED) {
            inputs.wrongAsAWhole(
                    "",
                    "The report has " + added + " added orders, more than the " + MOST_ADDED
                            + " that this page holds. Nothing was done: send the whole report as a file, and file it from there.");
        }
    }

    private static int added(ReportDraft saved) {
        int inDraft = saved.draft() == null ? 0 : saved.draft().added().size();
        AddedOrders more = saved.reported() == null ? null : saved.reported().added();
        return inDraft + (more == null ? 0 : more.count());
    }

    /** Returns what is to be saved; what is wrong stands in the fields. */
    static NewReportLines read(Inputs inputs, List<ReportLine> lines) {
        var answers = new ArrayList<LineAnswer>();
        for (ReportLine line : lines) {
            if (isDisputed(inputs, line)) {
                answers.add(disputed(inputs, line));
            }
        }
        var added = new ArrayList<AddedRow>();
        for (int row = 0; row < rows(inputs); row++) {
            if (!isBlank(inputs, row)) {
                added(inputs, row).ifPresent(added::add);
            }
        }
        return new NewReportLines(answers, added);
    }

    /** Returns where the faults of what was read stand in the form: a line that is right is not sent, nor is an empty row. */
    static Map<String, String> called(Inputs inputs, List<ReportLine> lines) {
        Map<String, String> called = new HashMap<>();
        int answers = 0;
        for (ReportLine line : lines) {
            if (isDisputed(inputs, line)) {
                String at = "/answers/" + answers++;
                called.put(at, key(line) + ".");
                called.put(at + "/reportedTotal", key(line) + ".total");
                called.put(at + "/reportedFee", key(line) + ".fee");
            }
        }
        int added = 0;
        for (int row = 0; row < rows(inputs); row++) {
            if (!isBlank(inputs, row)) {
                called.put("/added/" + added++, "added." + row + ".");
            }
        }
        return called;
    }

    private static boolean isDisputed(Inputs inputs, ReportLine line) {
        return inputs.value(key(line) + ".answer").equals("DISPUTED");
    }

    private static LineAnswer disputed(Inputs inputs, ReportLine line) {
        String key = key(line);
        String of = "Order " + line.purchaseOrderNumber() + ": ";
        inputs.name(key + ".total", of + "total");
        inputs.name(key + ".fee", of + "fee");
        inputs.name(key + ".reason", of + "reason");
        String reason = inputs.text(key + ".reason", REASON_LONGEST);
        if (reason.isEmpty()) {
            inputs.wrong(key + ".reason", "must say why the line is disputed.");
        }
        return new LineAnswer(
                line.orderId(),
                line.documentVersion(),
                line.cause(),
                "DISPUTED",
                Figures.dollars(inputs, key + ".total").orElse(null),
                Figures.dollars(inputs, key + ".fee").orElse(null),
                Figures.dollars(inputs, key + ".tax").orElse(null),
                Figures.dollars(inputs, key + ".freight").orElse(null),
                reason);
    }

    private static Optional<AddedRow> added(Inputs inputs, int row) {
        String at = "added." + row + ".";
        String of = "Added order " + (row + 1) + ": ";
        for (String field : List.of(
                "agencyName",
                "agencyClass",
                "agencyBillingCode",
                "purchaseOrderNumber",
                "amendmentNumber",
                "purchaseOrderDate",
                "total",
                "tax",
                "freight",
                "fee")) {
            inputs.name(at + field, of + field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
        }
        String agency = required(inputs, at + "agencyName");
        String number = required(inputs, at + "purchaseOrderNumber");
        Optional<AgencyClass> agencyClass = inputs.choice(at + "agencyClass", AgencyClass.class);
        String code = inputs.text(at + "agencyBillingCode");
        int amendment = Figures.count(inputs, at + "amendmentNumber").orElse(0);
        var date = inputs.day(at + "purchaseOrderDate");
        if (date.isEmpty()) {
            inputs.wrong(at + "purchaseOrderDate", "must be the date on which the agency issued the order.");
        }
        Optional<BigDecimal> total = Figures.dollars(inputs, at + "total");
        if (total.isEmpty()) {
            inputs.wrong(at + "total", "must be the order's total before tax and freight.");
        }
        var tax = Figures.dollars(inputs, at + "tax");
        var freight = Figures.dollars(inputs, at + "freight");
        if (date.isEmpty() || total.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AddedRow(
                agency,
                agencyClass.orElse(AgencyClass.LOCAL).name(),
                Inputs.unlessEmpty(code),
                number,
                amendment,
                date.get(),
                total.get(),
                tax.orElse(null),
                freight.orElse(null),
                Figures.dollars(inputs, at + "fee").orElse(null),
                kept(inputs, at + "reseller"),
                kept(inputs, at + "agencyContact"),
                kept(inputs, at + "agencyAddress"),
                kept(inputs, at + "agencyPhone")));
    }

    /** Text that no field shows: it was uploaded, and is not lost by saving the rest. */
    private static @Nullable String kept(Inputs inputs, String field) {
        String text = inputs.text(field, KEPT_LONGEST);
        return Inputs.unlessEmpty(text);
    }

    private static String required(Inputs inputs, String field) {
        String text = inputs.text(field);
        if (text.isEmpty()) {
            inputs.wrong(field, "must be given.");
        }
        return text;
    }

    private static boolean isBlank(Inputs inputs, int row) {
        return TYPED_OF_ADDED.stream()
                .allMatch(field -> inputs.value("added." + row + "." + field).isBlank());
    }

    /** Returns how many rows for added orders the form had. */
    static int rows(Inputs inputs) {
        int rows = 0;
        while (rows < MOST_ADDED && inputs.has("added." + rows + ".agencyName")) {
            rows++;
        }
        return rows;
    }

    /** Returns the fields as they were saved last. */
    static Map<String, List<String>> saved(Draft draft) {
        var fields = new HashMap<String, List<String>>();
        for (LineAnswer answer : draft.answers()) {
            String key = answer.orderId() + "." + answer.documentVersion() + "." + answer.cause();
            fields.put(key + ".answer", List.of(answer.answer()));
            put(fields, key + ".total", answer.reportedTotal());
            put(fields, key + ".fee", answer.reportedFee());
            put(fields, key + ".tax", answer.tax());
            put(fields, key + ".freight", answer.freight());
            put(fields, key + ".reason", answer.reason());
        }
        for (int row = 0; row < draft.added().size(); row++) {
            AddedRow added = draft.added().get(row);
            String at = "added." + row + ".";
            put(fields, at + "agencyName", added.agencyName());
            put(fields, at + "agencyClass", added.agencyClass());
            put(fields, at + "agencyBillingCode", added.agencyBillingCode());
            put(fields, at + "purchaseOrderNumber", added.purchaseOrderNumber());
            put(fields, at + "amendmentNumber", added.amendmentNumber());
            put(fields, at + "purchaseOrderDate", added.purchaseOrderDate());
            put(fields, at + "total", added.total());
            put(fields, at + "tax", added.tax());
            put(fields, at + "freight", added.freight());
            put(fields, at + "fee", added.fee());
            put(fields, at + "reseller", added.reseller());
            put(fields, at + "agencyContact", added.agencyContact());
            put(fields, at + "agencyAddress", added.agencyAddress());
            put(fields, at + "agencyPhone", added.agencyPhone());
        }
        return fields;
    }

    private static void put(Map<String, List<String>> fields, String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, List.of(value.toString()));
        }
    }
}
