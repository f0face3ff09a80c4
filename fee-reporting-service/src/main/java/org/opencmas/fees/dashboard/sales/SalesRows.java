package org.opencmas.fees.dashboard.sales;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.dashboard.sales.SalesTotals.Chosen;
import org.opencmas.fees.dashboard.sales.SalesTotals.Member;
import org.opencmas.terms.Usd;

/** All rows of a filter, page after page, as cells of a file. */
@ApplicationScoped
public class SalesRows {
    private static final int PAGE = 1_000;

    private final SalesLines lines;
    private final SalesTotals totals;

    SalesRows(SalesLines lines, SalesTotals totals) {
        this.lines = lines;
        this.totals = totals;
    }

    /** What the rows are, and how their columns are called. */
    public enum Kind {
        LINES(
                "position",
                "cmasNumber",
                "orderId",
                "purchaseOrderNumber",
                "documentVersion",
                "cause",
                "quarter",
                "agencyId",
                "agencyName",
                "agencyType",
                "contractorId",
                "contractorName",
                "smallBusiness",
                "dvbe",
                "sales",
                "nspSales",
                "calCardSales",
                "salesWithoutDetail",
                "feeDue",
                "feeWaived",
                "orders",
                "enteredAt"),
        FIGURES(
                "member",
                "name",
                "sales",
                "localSales",
                "stateSales",
                "feeDue",
                "feeWaived",
                "smallBusinessSales",
                "dvbeSales",
                "smallBusinessOrDvbeSales",
                "nspSales",
                "calCardSales",
                "salesWithoutDetail",
                "orders",
                "entries");

        private final List<String> columns;

        Kind(String... columns) {
            this.columns = List.of(columns);
        }

        public List<String> columns() {
            return columns;
        }
    }

    /** Takes a row. */
    public interface Sink {
        /** False to leave off. */
        boolean row(List<@Nullable Object> cells) throws IOException;
    }

    /** What the rows come to that were taken. */
    public record Summed(long rows, Usd sales, Usd feeDue, boolean isLeftOff) {}

    /** What they have to come to: the figures of the dashboard. */
    public record Control(long entries, Usd sales, Usd feeDue) {}

    /** Gives all rows to the sink. */
    public Summed each(Connection connection, SalesFilter filter, Kind kind, Sink sink)
            throws SQLException, IOException {
        return kind == Kind.LINES ? lines(connection, filter, sink) : figures(connection, filter, sink);
    }

    private Summed lines(Connection connection, SalesFilter filter, Sink sink) throws SQLException, IOException {
        long rows = 0;
        long after = 0;
        Usd sales = Usd.ZERO;
        Usd feeDue = Usd.ZERO;
        while (true) {
            List<SalesLines.Line> page = lines.read(connection, filter, after, PAGE);
            for (SalesLines.Line line : page) {
                rows++;
                sales = sales.plus(line.sales());
                feeDue = feeDue.plus(line.feeDue());
                if (!sink.row(cells(line))) {
                    return new Summed(rows, sales, feeDue, true);
                }
            }
            if (page.size() < PAGE) {
                return new Summed(rows, sales, feeDue, false);
            }
            after = page.getLast().position();
        }
    }

    private Summed figures(Connection connection, SalesFilter filter, Sink sink) throws SQLException, IOException {
        long rows = 0;
        String after = null;
        Usd sales = Usd.ZERO;
        Usd feeDue = Usd.ZERO;
        while (true) {
            List<Member> page = totals.read(connection, filter, new Chosen(after, null, PAGE))
                    .members();
            for (Member member : page) {
                rows++;
                sales = sales.plus(member.figures().sales());
                feeDue = feeDue.plus(member.figures().feeDue());
                if (!sink.row(cells(member))) {
                    return new Summed(rows, sales, feeDue, true);
                }
            }
            if (page.size() < PAGE) {
                return new Summed(rows, sales, feeDue, false);
            }
            after = page.getLast().member();
        }
    }

    public Control control(Connection connection, SalesFilter filter) throws SQLException {
        SalesFigures total =
                totals.read(connection, filter, new Chosen(null, null, 1)).total();
        return new Control(total.entries(), total.sales(), total.feeDue());
    }

    private static List<@Nullable Object> cells(SalesLines.Line line) {
        return Arrays.asList(
                line.position(),
                line.cmasNumber().canonical(),
                line.orderId().toString(),
                line.purchaseOrderNumber(),
                line.documentVersion(),
                line.cause().name(),
                line.quarter().toString(),
                line.agencyId().toString(),
                line.agencyName(),
                line.agencyType() == null ? null : line.agencyType().name(),
                line.contractorId() == null ? null : line.contractorId().toString(),
                line.contractorName(),
                line.smallBusiness(),
                line.dvbe(),
                line.sales(),
                line.nspSales(),
                line.calCardSales(),
                line.salesWithoutDetail(),
                line.feeDue(),
                line.feeWaived(),
                line.orders(),
                line.enteredAt().toString());
    }

    private static List<@Nullable Object> cells(Member member) {
        SalesFigures figures = member.figures();
        return Arrays.asList(
                member.member(),
                member.name(),
                figures.sales(),
                figures.localSales(),
                figures.stateSales(),
                figures.feeDue(),
                figures.feeWaived(),
                figures.smallBusinessSales(),
                figures.dvbeSales(),
                figures.smallBusinessOrDvbeSales(),
                figures.nspSales(),
                figures.calCardSales(),
                figures.salesWithoutDetail(),
                figures.orders(),
                figures.entries());
    }
}
