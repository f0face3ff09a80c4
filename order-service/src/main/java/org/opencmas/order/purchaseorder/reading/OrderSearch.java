package org.opencmas.order.purchaseorder.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** The list of orders, newest first by the time they were placed. */
@ApplicationScoped
public class OrderSearch {
    /** Up to so many days are read each by itself; see {@link #dayByDay}. */
    private static final int FEW_DAYS = 366;

    private static final String COLUMNS = """
            select o.order_id, o.agency_id, o.agency_order_number, o.contractor_id, o.order_date, o.state, o.version,
                v.document_version, v.amendment_number, v.document->>'contractNumber' as contract_number,
                v.document->>'subtotalExcludingTax' as subtotal, v.document->>'total' as total
            from (%s
            order by o.order_id desc limit ?) o
            join order_version v on v.order_id = o.order_id
                and v.document_version = coalesce(o.version_in_force, o.latest_version)
            order by o.order_id desc""";
    private static final String OF_A_DAY = """
            select o.* from generate_series(0, ?::date - ?::date) as n
            cross join lateral (select o.* from purchase_order o where o.order_date = ?::date + n%s
                order by o.order_id desc limit ?) o""";

    /**
     * What to look for; a null is no condition.
     *
     * @param from first order date, inclusive
     * @param through last order date, inclusive
     * @param cmasNumber an agreement that any version of the order named
     * @param before only orders placed before this one
     */
    public record Filter(
            @Nullable UUID agencyId,
            @Nullable UUID contractorId,
            @Nullable OrderState state,
            @Nullable CmasNumber cmasNumber,
            @Nullable String agencyOrderNumber,
            @Nullable LocalDate from,
            @Nullable LocalDate through,
            @Nullable UUID before) {

        /** @throws org.opencmas.problem.InvalidRequest (400) naming every parameter that cannot be read */
        public static Filter read(
                @Nullable String agencyId,
                @Nullable String contractorId,
                @Nullable String state,
                @Nullable String cmasNumber,
                @Nullable String agencyOrderNumber,
                @Nullable String from,
                @Nullable String through,
                Optional<Cursor> after) {
            var fields = new FieldReader();
            Filter filter =
                    read(fields, agencyId, contractorId, state, cmasNumber, agencyOrderNumber, from, through, after);
            fields.requireNoFaults();
            return filter;
        }

        private static Filter read(
                FieldReader fields,
                @Nullable String agencyId,
                @Nullable String contractorId,
                @Nullable String state,
                @Nullable String cmasNumber,
                @Nullable String agencyOrderNumber,
                @Nullable String from,
                @Nullable String through,
                Optional<Cursor> after) {
            UUID before = after.map(keys -> fields.id("cursor", keys.keys().getFirst()))
                    .orElse(null);
            return new Filter(
                    agencyId == null ? null : fields.id("agencyId", agencyId),
                    contractorId == null ? null : fields.id("contractorId", contractorId),
                    state == null ? null : fields.choice("state", state, OrderState.DRAFT),
                    cmasNumber == null
                            ? null
                            : fields.value("cmasNumber", cmasNumber, "is no CMAS number", CmasNumber::parse),
                    fields.optionalIdentifier("agencyOrderNumber", agencyOrderNumber, 40),
                    fields.optionalDate("from", from),
                    fields.optionalDate("through", through),
                    before);
        }

        /** Checks what the list is narrowed to. */
        public static final class Check implements ParameterCheck {
            @Override
            public void check(FieldReader fields, SentParameters sent) {
                read(
                        fields,
                        sent.query("agencyId"),
                        sent.query("contractorId"),
                        sent.query("state"),
                        sent.query("cmasNumber"),
                        sent.query("agencyOrderNumber"),
                        sent.query("from"),
                        sent.query("through"),
                        Optional.empty());
            }
        }
    }

    /** One order in the list; the figures are those of the version in force, or of the latest one before issue. */
    @Schema(name = "OrderSummary")
    public record Summary(
            UUID orderId,
            UUID agencyId,
            String agencyOrderNumber,
            int amendmentNumber,
            int documentVersion,
            OrderState state,
            UUID contractorId,
            LocalDate orderDate,
            String contractNumber,
            Usd subtotalExcludingTax,
            Usd total) {}

    /** At most {@code limit} orders that the caller may see and that meet every condition. */
    List<Summary> find(Connection connection, Visibility visibility, Filter filter, int limit) throws SQLException {
        var conditions = new StringBuilder();
        List<Object> values = new ArrayList<>();
        and(conditions, values, "o.agency_id = ?", visibility.agencyId());
        and(conditions, values, "o.version_in_force is not null and o.contractor_id = ?", visibility.contractorId());
        and(conditions, values, "o.agency_id = ?", filter.agencyId());
        and(conditions, values, "o.contractor_id = ?", filter.contractorId());
        and(
                conditions,
                values,
                "exists (select 1 from order_agreement a where a.cmas_number = ? and a.order_id = o.order_id)",
                filter.cmasNumber() == null ? null : filter.cmasNumber().canonical());
        and(conditions, values, "o.number_key = order_number_key(?)", filter.agencyOrderNumber());
        boolean isOfAnybody = values.isEmpty();
        and(
                conditions,
                values,
                "o.state = ?",
                filter.state() == null ? null : filter.state().name());
        and(conditions, values, "o.order_id < ?", filter.before());
        String orders = isOfAnybody ? dayByDay(filter, conditions, values, limit) : null;
        if (orders == null) {
            and(conditions, values, "o.order_date >= ?", filter.from());
            and(conditions, values, "o.order_date <= ?", filter.through());
            orders = "select o.* from purchase_order o where true" + conditions;
        }
        values.add(limit);
        return query(connection, COLUMNS.formatted(orders), values);
    }

    /**
     * The newest of each day of a range, for the newest of all of them to be chosen. An index cannot give the orders of several days
     * newest first, and reading on from the newest order of all takes the longer the longer ago the days are.
     *
     * @return null where the range has no end or is long
     */
    private static @Nullable String dayByDay(Filter filter, StringBuilder conditions, List<Object> values, int limit) {
        LocalDate from = filter.from();
        LocalDate through = filter.through();
        if (from == null || through == null || ChronoUnit.DAYS.between(from, through) >= FEW_DAYS) {
            return null;
        }
        values.addAll(0, List.of(through, from, from));
        values.add(limit);
        return OF_A_DAY.formatted(conditions);
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append("\nand ").append(condition);
            values.add(value);
        }
    }

    private static List<Summary> query(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                List<Summary> found = new ArrayList<>();
                while (row.next()) {
                    found.add(summary(row));
                }
                return found;
            }
        }
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                row.getObject("order_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_order_number"),
                row.getInt("amendment_number"),
                row.getInt("document_version"),
                OrderState.valueOf(row.getString("state")),
                row.getObject("contractor_id", UUID.class),
                row.getObject("order_date", LocalDate.class),
                row.getString("contract_number"),
                Usd.of(row.getString("subtotal")),
                Usd.of(row.getString("total")));
    }
}
