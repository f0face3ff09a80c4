package org.opencmas.compliance.copy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.sql.Columns;
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
    private static final Columns<Line> LINES = Columns.<Line>of("item_id", "text", Line::itemId)
            .and("description", "text", Line::description)
            .and("unit", "text", Line::unit)
            .and("price", "numeric", line -> number(line.price()))
            .and("base_price", "numeric", line -> number(line.basePrice()));
    private static final String INSERT_LINES = """
            insert into price_line (cmas_number, price_list_id, item_id, description, unit, price, base_price)
            select ?, ?, item_id, description, unit, price, base_price from %s
            """.formatted(LINES.given());

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
            LINES.bind(insert, 3, lines);
            insert.executeUpdate();
        }
    }

    /** Refuses what the database would take and the publisher cannot have meant, such as {@code NaN}. */
    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
