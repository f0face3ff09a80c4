package org.opencmas.registry.pricelist;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.pricelist.row.ItemKind;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** The published price lists, read with plain SQL. */
@ApplicationScoped
public class PriceLists {
    private static final String LIST = "select id, cmas_number, supplement_number, effective_from, line_count,"
            + " part_count, sha256, published_at from price_list ";
    private static final String IN_FORCE = LIST + "where cmas_number = ? and effective_from <= ?"
            + " order by effective_from desc, supplement_number desc limit 1";
    private static final String BY_IDS = LIST + "where id = any (?::uuid[])";
    private static final String OF_SUPPLEMENT = LIST + "where cmas_number = ? and supplement_number = ?";
    private static final String LINES = "select item_id, description, unit, price, base_price, sin, kind,"
            + " labor_education, labor_years from price_line where cmas_number = ? and price_list_id = ? ";

    private static final String WITH_TEXT = "and (to_tsvector('english', searched_words(description))"
            + " @@ plainto_tsquery('english', searched_words(?))"
            + " or plain_words(description) like plain_words(?) or item_id ilike ?) ";

    private final DataSource dataSource;

    PriceLists(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether the registry holds an agreement of that number. */
    boolean knows(CmasNumber number) {
        return !query("select 1 from agreement where cmas_number = ?", row -> 1, number.canonical())
                .isEmpty();
    }

    /**
     * The list in force on a day: of those that took effect on or before it the one that did so last, the higher
     * supplement number deciding between two of the same day.
     */
    Optional<PublishedList> inForce(CmasNumber number, LocalDate asOf) {
        return query(IN_FORCE, PriceLists::list, number.canonical(), asOf).stream()
                .findFirst();
    }

    /** @throws NotFound (404) when the agreement has none on that day, or there is no such agreement */
    PublishedList requireInForce(CmasNumber number, LocalDate day) {
        return inForce(number, day)
                .orElseThrow(() -> knows(number)
                        ? new NotFound("price list of agreement " + number + " in force on", day)
                        : new NotFound("agreement", number));
    }

    /** All lists of an agreement in the order in which they take effect. */
    public List<PublishedList> of(CmasNumber number) {
        return query(
                LIST + "where cmas_number = ? order by effective_from, supplement_number",
                PriceLists::list,
                number.canonical());
    }

    /** @throws NotFound (404) when there is none */
    public void requireAgreement(CmasNumber number) {
        if (!knows(number)) {
            throw new NotFound("agreement", number);
        }
    }

    public Optional<PublishedList> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Those of the lists that are published, by id, in one statement of one parameter however many are asked for. */
    public Map<UUID, PublishedList> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : query(
                                BY_IDS,
                                PriceLists::list,
                                ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                        .stream()
                        .collect(Collectors.toMap(PublishedList::id, list -> list));
    }

    /** The list of an agreement's original (0) or supplement, as the given transaction sees it. */
    static Optional<PublishedList> ofSupplement(Connection connection, String cmasNumber, int supplement)
            throws SQLException {
        return query(connection, OF_SUPPLEMENT, PriceLists::list, cmasNumber, supplement).stream()
                .findFirst();
    }

    Optional<PriceLine> line(PublishedList list, String itemId) {
        return query(LINES + "and item_id = ?", PriceLists::line, list.cmasNumber(), list.id(), itemId).stream()
                .findFirst();
    }

    /** Those lines of a list that have one of the item ids, as the given transaction sees them. */
    static List<PriceLine> lines(Connection connection, PublishedList list, List<String> itemIds) throws SQLException {
        return query(
                connection,
                LINES + "and item_id = any (?)",
                PriceLists::line,
                list.cmasNumber(),
                list.id(),
                itemIds.toArray(String[]::new));
    }

    /** Lines by item id, those after the given one. */
    List<PriceLine> lines(PublishedList list, @Nullable String afterItemId, int fetched) {
        return query(
                LINES + "and item_id > ? order by item_id limit ?",
                PriceLists::line,
                list.cmasNumber(),
                list.id(),
                afterItemId == null ? "" : afterItemId,
                fetched);
    }

    /** Those of the lines whose description holds the words in any form, or whose description or item id holds the text itself. */
    List<PriceLine> linesWith(PublishedList list, String text, @Nullable String afterItemId, int fetched) {
        String contained = '%' + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
        return query(
                LINES + WITH_TEXT + "and item_id > ? order by item_id limit ?",
                PriceLists::line,
                list.cmasNumber(),
                list.id(),
                text,
                contained,
                contained,
                afterItemId == null ? "" : afterItemId,
                fetched);
    }

    private static PublishedList list(ResultSet row) throws SQLException {
        return new PublishedList(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    private static PriceLine line(ResultSet row) throws SQLException {
        return line(row, 1);
    }

    /** @param first the number of the first of the nine columns of a line */
    public static PriceLine line(ResultSet row, int first) throws SQLException {
        BigDecimal basePrice = row.getBigDecimal(first + 4);
        String kind = row.getString(first + 6);
        return new PriceLine(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                Usd.of(row.getBigDecimal(first + 3)).toString(),
                basePrice == null ? null : Usd.of(basePrice).toString(),
                row.getString(first + 5),
                kind == null ? null : ItemKind.valueOf(kind),
                row.getString(first + 7),
                row.getObject(first + 8, Integer.class));
    }

    /** Makes a value of a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            return query(connection, sql, reader, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException("the price lists could not be read", e);
        }
    }

    private static <T> List<T> query(Connection connection, String sql, Reader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }
}
