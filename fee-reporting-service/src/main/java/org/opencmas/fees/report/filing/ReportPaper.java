package org.opencmas.fees.report.filing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opencmas.paper.Paper;

/**
 * The statement of an agreement's quarter as a paper, drawn from the JSON of the report: so a report filed long ago is drawn from the very
 * document that was issued then, whatever fields came later.
 */
final class ReportPaper {
    /** Most lines that are drawn; the paper says that there are more and where. The totals are of all. */
    static final int MOST_LINES = 2_000;

    private ReportPaper() {}

    static Paper of(JsonNode report) {
        boolean isFiled = report.has("filing");
        String name = text(report, "cmasNumber") + " " + text(report, "quarter");
        var paper = new Paper(
                "Quarterly report of CMAS " + name,
                "CMAS incentive fee. " + name
                        + (isFiled ? ". Receipt " + text(report.get("filing"), "receiptNumber") : ". Not filed"));
        if (!isFiled) {
            paper.notice("Not filed. This is the report as the ledger has it now.");
        }
        paper.values(head(report, isFiled));
        totals(paper, report.path("totals"));
        lines(paper, report);
        reported(paper, report.path("reported"));
        return paper;
    }

    private static List<List<String>> head(JsonNode report, boolean isFiled) {
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("CMAS", text(report, "cmasNumber")),
                List.of("Quarter", text(report, "quarter")),
                List.of("Contractor", text(report, "contractorName")),
                List.of("Due on", text(report, "dueOn")),
                List.of("State", words(text(report, "state")))));
        if (isFiled) {
            JsonNode filing = report.get("filing");
            rows.add(List.of("Receipt number", text(filing, "receiptNumber")));
            rows.add(List.of("Filed at", text(filing, "filedAt") + " by " + text(filing, "filedBy")));
        }
        return rows;
    }

    private static void totals(Paper paper, JsonNode totals) {
        paper.heading("Totals")
                .values(List.of(
                        List.of("Lines", text(totals, "lineCount")),
                        List.of(
                                "Sales before tax and freight",
                                Paper.money(text(totals, "totalExcludingTaxAndFreight"))),
                        List.of("Of them waived", Paper.money(text(totals, "salesWaived"))),
                        List.of("Fee, exact", Paper.money(text(totals, "feeExact"))),
                        List.of("Of orders declared and not yet known", Paper.money(declared(totals))),
                        List.of("Fee, rounded once", Paper.money(text(totals, "feeRounded"))),
                        List.of("Credit used", Paper.money(text(totals, "creditUsed"))),
                        List.of("Fee due", Paper.money(text(totals, "feeDue"))),
                        List.of("Credit carried forward", Paper.money(text(totals, "creditCarriedForward")))));
    }

    /** A report of an earlier release does not tell it, and had none. */
    private static String declared(JsonNode totals) {
        return totals.path("feeDeclared").asText("0.00");
    }

    private static void lines(Paper paper, JsonNode report) {
        paper.heading("Orders");
        JsonNode lines = report.path("lines");
        if (lines.isEmpty()) {
            paper.paragraph("None: a quarter without sales.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
            JsonNode line = lines.get(i);
            rows.add(List.of(
                    text(line, "agencyName"),
                    text(line, "purchaseOrderNumber") + amendment(line),
                    text(line, "purchaseOrderDate"),
                    words(text(line, "cause")),
                    Paper.money(text(line, "totalExcludingTaxAndFreight")),
                    text(line, "rate"),
                    Paper.money(text(line, "fee"))));
        }
        paper.table(
                List.of("Agency", "Order", "Date", "Kind", "Total", "Rate", "Fee"),
                List.of(24, 18, 12, 12, 14, 8, 12),
                rows);
        if (lines.size() > MOST_LINES) {
            paper.notice("The first " + MOST_LINES + " of " + lines.size()
                    + " lines. The totals are of all; all lines are in the report as JSON: /v1/quarterly-reports/"
                    + text(report, "cmasNumber") + "/" + text(report, "quarter"));
        }
    }

    private static String amendment(JsonNode line) {
        int number = line.path("amendmentNumber").asInt();
        return number == 0 ? "" : ", amendment " + number;
    }

    private static void reported(Paper paper, JsonNode reported) {
        if (!reported.isMissingNode()) {
            JsonNode totals = reported.path("totals");
            paper.heading("What the contractor reports otherwise")
                    .values(List.of(
                            List.of("Lines", text(totals, "lineCount")),
                            List.of("Local sales", Paper.money(text(totals, "localTotal"))),
                            List.of("State sales", Paper.money(text(totals, "stateTotal"))),
                            List.of("Fee", Paper.money(text(totals, "fee"))),
                            List.of("Fee of the ledger less this", Paper.money(text(totals, "feeDifference")))));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
