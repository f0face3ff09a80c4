package org.opencmas.fees.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.rate.Rate;
import org.opencmas.fees.report.draft.ReadReported;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** Reads both sides of a reconciliation. The report is read as it was filed, also one that an earlier release filed. */
@ApplicationScoped
class GatherCompared {
    /** The orders that a report names in its document or in its rows. */
    private static final String NAMED = """
            (lower(c.agency_order_number) = any (?) or lower(c.agency_order_number) in (select lower(purchase_order_number)
                from report_draft_row where cmas_number = ? and quarter = ? and version = ?))""";
    /** Which of these orders the rows of a draft name. */
    private static final String NAMES_IN_ROWS = """
            select agency_name, purchase_order_number, amendment_number from report_draft_row
            where cmas_number = ? and quarter = ? and version = ? and lower(purchase_order_number) = any (?)
            """;

    private static final String ACCRUED = """
            select p.order_id, p.document_version, p.cause, a.name, c.agency_order_number, c.amendment_number, c.order_date, p.quarter,
                sum(p.base), p.rate, p.treatment, sum(p.fee_due)
            from posting p join order_change c using (order_id, document_version, cause) join agency a using (agency_id)
            where p.cmas_number = ? and %s
            group by p.order_id, p.document_version, p.cause, a.name, c.agency_order_number, c.amendment_number, c.order_date, p.quarter,
                p.rate, p.treatment
            order by c.order_date, c.agency_order_number, c.amendment_number, p.document_version, p.order_id, p.treatment
            """;
    private static final String STATE_ORDERS = """
            select distinct a.name, c.agency_order_number, c.amendment_number
            from order_change_amount m join order_change c using (order_id, document_version, cause) join agency a using (agency_id)
            where m.cmas_number = ? and a.type = 'STATE_DEPARTMENT' and %s
            """.formatted(NAMED);
    private static final String DOCUMENTS = """
            select distinct on (quarter) quarter, version, receipt_number, document
            from (select quarter, 1 as version, receipt_number, document, cmas_number from filed_statement
                union all select quarter, version, receipt_number, document, cmas_number from report_version) v
            where cmas_number = ? and %s order by quarter, version desc
            """;

    private final ReadReported readReported;
    private final ObjectMapper json;

    GatherCompared(ReadReported readReported, ObjectMapper json) {
        this.readReported = readReported;
        this.json = json;
    }

    /**
     * The version of a report that was filed last.
     *
     * @param sales all but those that stand as rows
     * @param draftOfRows the draft whose rows it reports besides; 0 where it reports none
     */
    record Filed(
            CalendarQuarter quarter, int version, String receiptNumber, List<ReportedSale> sales, int draftOfRows) {}

    /** @param filed empty while nothing is filed: then nothing is reported */
    record Gathered(Optional<Filed> filed, Compared compared, TypedNumbers typed) {}

    Gathered gather(Connection connection, AgreementQuarter report) throws SQLException {
        List<AccruedLine> accrued = accrued(connection, report);
        TypedNumbers typed = TypedNumbers.of(connection, report.agreement());
        Optional<Filed> filed =
                filed(connection, report, true, typed, sale -> true).stream().findFirst();
        List<ReportedSale> reported = filed.map(Filed::sales).orElse(List.of());
        int rows = filed.map(Filed::draftOfRows).orElse(0);
        Set<String> namedByReport = numbers(
                reported.stream().filter(sale -> sale.document().isEmpty()).map(ReportedSale::name));
        boolean isNaming = !namedByReport.isEmpty() || rows != 0;
        namedByReport.addAll(typed.knownNumbers());
        Set<String> missing = numbers(accrued.stream().map(AccruedLine::name));
        missing.removeAll(
                numbers(reported.stream().filter(sale -> !sale.isDenied()).map(ReportedSale::name)));
        missing.removeAll(numbers(namesInRows(connection, report, rows, missing).stream()));
        return new Gathered(
                filed,
                new Compared(
                        accrued,
                        reported,
                        isNaming ? accruedElsewhere(connection, report, namedByReport, rows) : List.of(),
                        missing.isEmpty() ? List.of() : reportedElsewhere(connection, report, typed, missing),
                        isNaming ? stateOrders(connection, report, namedByReport, rows) : List.of(),
                        typed.alike()),
                typed);
    }

    /** Gives each sale of the report that stands as a row, in the order of the file. */
    void eachRow(Connection connection, AgreementQuarter report, Gathered gathered, Consumer<ReportedSale> each)
            throws SQLException {
        int draft = gathered.filed().map(Filed::draftOfRows).orElse(0);
        if (draft != 0) {
            readReported.eachRow(
                    connection,
                    report,
                    Optional.empty(),
                    draft,
                    line -> each.accept(gathered.typed().named(ReportedSale.added(line))));
        }
    }

    private static Set<String> numbers(Stream<OrderName> names) {
        return names.map(name -> name.orderNumber().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static List<AccruedLine> accrued(Connection connection, AgreementQuarter report) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ACCRUED.formatted("p.quarter = ?"))) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            return accrued(select);
        }
    }

    private static List<AccruedLine> accruedElsewhere(
            Connection connection, AgreementQuarter report, Set<String> numbers, int draftOfRows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ACCRUED.formatted("p.quarter <> ? and " + NAMED))) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            named(select, 3, report, numbers, draftOfRows);
            return accrued(select);
        }
    }

    private static void named(
            PreparedStatement select, int first, AgreementQuarter report, Set<String> numbers, int draftOfRows)
            throws SQLException {
        select.setArray(first, select.getConnection().createArrayOf("text", numbers.toArray()));
        select.setString(first + 1, report.agreement().canonical());
        select.setString(first + 2, report.quarter().toString());
        select.setInt(first + 3, draftOfRows);
    }

    private static List<AccruedLine> accrued(PreparedStatement select) throws SQLException {
        List<AccruedLine> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(new AccruedLine(
                        new AccruedLine.Document(
                                row.getObject(1, UUID.class), row.getInt(2), Cause.valueOf(row.getString(3))),
                        new OrderName(row.getString(4), row.getString(5), row.getInt(6)),
                        row.getObject(7, LocalDate.class),
                        CalendarQuarter.parse(row.getString(8)),
                        Usd.of(row.getBigDecimal(9)),
                        new Rate(row.getBigDecimal(10)),
                        Treatment.valueOf(row.getString(11)),
                        Usd.of(row.getBigDecimal(12))));
            }
        }
        return lines;
    }

    private static List<OrderName> stateOrders(
            Connection connection, AgreementQuarter report, Set<String> numbers, int draftOfRows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATE_ORDERS)) {
            select.setString(1, report.agreement().canonical());
            named(select, 2, report, numbers, draftOfRows);
            return names(select);
        }
    }

    private static List<OrderName> namesInRows(
            Connection connection, AgreementQuarter report, int draftOfRows, Set<String> numbers) throws SQLException {
        if (draftOfRows == 0 || numbers.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(NAMES_IN_ROWS)) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            select.setInt(3, draftOfRows);
            select.setArray(4, connection.createArrayOf("text", numbers.toArray()));
            return names(select);
        }
    }

    private static List<OrderName> names(PreparedStatement select) throws SQLException {
        List<OrderName> names = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.add(new OrderName(row.getString(1), row.getString(2), row.getInt(3)));
            }
        }
        return names;
    }

    private List<OrderName> reportedElsewhere(
            Connection connection, AgreementQuarter report, TypedNumbers typed, Set<String> numbers)
            throws SQLException {
        List<OrderName> names = new ArrayList<>();
        Predicate<ReportedSale> isMissing = sale -> sale.document().isEmpty()
                && numbers.contains(sale.name().orderNumber().toLowerCase(Locale.ROOT));
        for (Filed other : filed(connection, report, false, typed, isMissing)) {
            other.sales().stream().map(ReportedSale::name).forEach(names::add);
            var ofOther = new AgreementQuarter(report.agreement(), other.quarter());
            names.addAll(namesInRows(connection, ofOther, other.draftOfRows(), numbers));
        }
        return names;
    }

    private List<Filed> filed(
            Connection connection,
            AgreementQuarter report,
            boolean inQuarter,
            TypedNumbers typed,
            Predicate<ReportedSale> kept)
            throws SQLException {
        List<Filed> filed = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(DOCUMENTS.formatted(inQuarter ? "quarter = ?" : "quarter <> ?"))) {
            select.setString(1, report.agreement().canonical());
            select.setString(2, report.quarter().toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    filed.add(filed(row, typed, kept));
                }
            }
        }
        return filed;
    }

    private Filed filed(ResultSet row, TypedNumbers typed, Predicate<ReportedSale> kept) throws SQLException {
        try {
            JsonNode document = json.readTree(row.getString(4));
            return new Filed(
                    CalendarQuarter.parse(row.getString(1)),
                    row.getInt(2),
                    row.getString(3),
                    sales(document).stream().map(typed::named).filter(kept).toList(),
                    document.at("/reported/added").isMissingNode()
                            ? 0
                            : document.at("/reported/draftVersion").asInt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a filed report can be read", e);
        }
    }

    private static List<ReportedSale> sales(JsonNode report) {
        List<ReportedSale> sales = new ArrayList<>();
        if (report.path("reported").has("lines")) {
            report.at("/reported/lines").forEach(line -> sales.add(reported(line)));
        } else {
            report.path("lines").forEach(line -> sales.add(prefilled(line)));
        }
        return sales;
    }

    private static ReportedSale reported(JsonNode line) {
        return new ReportedSale(
                line.has("orderId") ? Optional.of(document(line)) : Optional.empty(),
                name(line),
                AgencyClass.valueOf(line.path("agencyClass").asText()),
                amount(line, "total"),
                amount(line, "tax"),
                amount(line, "freight"),
                amount(line, "fee"));
    }

    /** A line that was filed as pre-filled. */
    private static ReportedSale prefilled(JsonNode line) {
        return new ReportedSale(
                Optional.of(document(line)),
                name(line),
                AgencyType.valueOf(line.path("agencyType").asText()).agencyClass(),
                amount(line, "totalExcludingTaxAndFreight"),
                Usd.ZERO,
                Usd.ZERO,
                amount(line, "fee"));
    }

    private static AccruedLine.Document document(JsonNode line) {
        return new AccruedLine.Document(
                UUID.fromString(line.path("orderId").asText()),
                line.path("documentVersion").asInt(),
                Cause.valueOf(line.path("cause").asText()));
    }

    private static OrderName name(JsonNode line) {
        return new OrderName(
                line.path("agencyName").asText(),
                line.path("purchaseOrderNumber").asText(),
                line.path("amendmentNumber").asInt());
    }

    private static Usd amount(JsonNode line, String field) {
        return line.hasNonNull(field) ? Usd.of(line.path(field).asText()) : Usd.ZERO;
    }
}
