package org.opencmas.fees.dashboard.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/** What sales come to. Shares are fractions with four decimals, rounded half up; absent where there is nothing to have a share of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SalesFigures")
public record SalesFigures(
        Usd sales,
        Usd localSales,
        Usd stateSales,
        Usd feeDue,
        Usd feeWaived,
        Usd smallBusinessSales,
        Usd dvbeSales,
        Usd smallBusinessOrDvbeSales,
        @Nullable String smallBusinessOrDvbeShare,
        Usd nspSales,
        @Nullable String nspShare,
        Usd calCardSales,
        @Nullable String calCardShare,
        Usd salesWithoutDetail,
        long orders,
        long entries,
        YearBefore yearBefore) {
    /** The same four quarters earlier, to see a trend. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SalesYearBefore")
    public record YearBefore(
            Usd sales, Usd feeDue, @Nullable String growth) {}

    /** What each figure means, by its name. */
    static final Map<String, String> DEFINITIONS = definitions();

    private static Map<String, String> definitions() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(
                "sales",
                "Orders, amendments, rejections and terminations before tax and freight, in the quarter of the order date, of the"
                        + " amendment's date or of the rejection or termination; also of State departments, and of orders whose fee"
                        + " cannot be worked out yet.");
        meanings.put("localSales", "The part of the sales to local agencies, CSU and UC included.");
        meanings.put("stateSales", "The part of the sales to State departments.");
        meanings.put(
                "feeDue",
                "The exact incentive fee owed on the sales, not rounded; zero for State departments, small businesses and while it"
                        + " cannot be worked out. By the quarter of the sale, while /v1/dashboards/fees goes by the quarter of the report.");
        meanings.put("feeWaived", "The exact fee that certified small businesses do not owe.");
        meanings.put(
                "smallBusinessSales",
                "Sales of contractors with a certificate as small business or microbusiness valid on the order date.");
        meanings.put("dvbeSales", "Sales of contractors with a DVBE certificate valid on the order date.");
        meanings.put("smallBusinessOrDvbeSales", "Sales of contractors with either certificate, counted once.");
        meanings.put("smallBusinessOrDvbeShare", "smallBusinessOrDvbeSales divided by sales.");
        meanings.put(
                "nspSales",
                "The part of the sales for items that are not specifically priced; when an order ends early, the same share of what"
                        + " remains.");
        meanings.put("nspShare", "nspSales divided by the sales of which it is known.");
        meanings.put("calCardSales", "The part of the sales on orders that say they are paid by CAL-Card.");
        meanings.put("calCardShare", "calCardSales divided by the sales of which it is known.");
        meanings.put(
                "salesWithoutDetail",
                "The part of the sales of which neither NSP nor CAL-Card is known, from before either was kept.");
        meanings.put(
                "orders",
                "Orders, counted in the quarter in which they first named an agreement, once for each of their agreements.");
        meanings.put("entries", "How many entries the figures are the sum of; as many lines are behind them.");
        meanings.put(
                "yearBefore",
                "Sales and fee of the same four quarters earlier; growth is the change divided by the sales then.");
        return Collections.unmodifiableMap(meanings);
    }

    /** Reads the figures from that column on. */
    static SalesFigures of(ResultSet row, int first) throws SQLException {
        Usd sales = usd(row, first);
        Usd either = usd(row, first + 5);
        Usd nsp = usd(row, first + 6);
        Usd calCard = usd(row, first + 7);
        Usd without = usd(row, first + 8);
        Usd known = sales.minus(without);
        Usd salesBefore = usd(row, first + 13);
        return new SalesFigures(
                sales,
                usd(row, first + 1),
                usd(row, first + 2),
                usd(row, first + 9),
                usd(row, first + 10),
                usd(row, first + 3),
                usd(row, first + 4),
                either,
                share(either, sales),
                nsp,
                share(nsp, known),
                calCard,
                share(calCard, known),
                without,
                row.getLong(first + 11),
                row.getLong(first + 12),
                new YearBefore(salesBefore, usd(row, first + 14), share(sales.minus(salesBefore), salesBefore)));
    }

    static Usd usd(ResultSet row, int column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? Usd.ZERO : Usd.of(amount);
    }

    private static @Nullable String share(Usd part, Usd whole) {
        return whole.isZero()
                ? null
                : part.amount().divide(whole.amount(), 4, RoundingMode.HALF_UP).toPlainString();
    }
}
