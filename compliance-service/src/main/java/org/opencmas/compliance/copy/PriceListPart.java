package org.opencmas.compliance.copy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;

/** A part of a price list ({@code price-list.part.v1}), at most 500 lines. It says nothing until the list is published. */
record PriceListPart(CmasNumber cmasNumber, UUID priceListId, int supplementNumber, int part, List<Line> lines) {
    private static final String FIELD_END = "\u001f";
    private static final String INSERT_LIST = """
            insert into price_list (cmas_number, price_list_id, supplement_number) values (?, ?, ?) on conflict do nothing
            """;
    private static final String INSERT_PART = """
            insert into price_list_part (cmas_number, price_list_id, part, line_count, hashed_text) values (?, ?, ?, ?, ?)
            """;
    private static final String INSERT_LINES = """
            insert into price_line (cmas_number, price_list_id, item_id, description, unit, price, base_price)
            select ?, ?, line.*
              from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[])
                   as line (item_id, description, unit, price, base_price)
            """;

    /** Values are text, exactly as sent: the publisher's hash is taken over them. */
    record Line(
            String itemId,
            String description,
            String unit,
            String price,
            @Nullable String basePrice,
            @Nullable String sin,
            @Nullable String kind,
            @Nullable String laborEducation,
            @Nullable Integer laborYears) {
        private String hashedText() {
            return Stream.of(itemId, description, unit, price, basePrice, sin, kind, laborEducation, laborYears)
                    .map(value -> value == null ? "" : value.toString())
                    .collect(Collectors.joining(FIELD_END, "", "\n"));
        }
    }

    void keep(Connection connection) throws SQLException {
        String cmas = cmasNumber.canonical();
        try (PreparedStatement list = connection.prepareStatement(INSERT_LIST)) {
            list.setString(1, cmas);
            list.setObject(2, priceListId);
            list.setInt(3, supplementNumber);
            list.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_PART)) {
            insert.setString(1, cmas);
            insert.setObject(2, priceListId);
            insert.setInt(3, part);
            insert.setInt(4, lines.size());
            insert.setString(5, lines.stream().map(Line::hashedText).collect(Collectors.joining()));
            insert.executeUpdate();
        }
        keepLines(connection, cmas);
    }

    private void keepLines(Connection connection, String cmas) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LINES)) {
            insert.setString(1, cmas);
            insert.setObject(2, priceListId);
            insert.setArray(3, connection.createArrayOf("text", each(Line::itemId)));
            insert.setArray(4, connection.createArrayOf("text", each(Line::description)));
            insert.setArray(5, connection.createArrayOf("text", each(Line::unit)));
            insert.setArray(6, connection.createArrayOf("numeric", each(line -> new BigDecimal(line.price()))));
            insert.setArray(7, connection.createArrayOf("numeric", each(PriceListPart::basePrice)));
            insert.executeUpdate();
        }
    }

    private static @Nullable BigDecimal basePrice(Line line) {
        return line.basePrice() == null ? null : new BigDecimal(line.basePrice());
    }

    private @Nullable Object[] each(Function<Line, @Nullable Object> value) {
        return lines.stream().map(value).toArray();
    }
}
