package org.opencmas.registry.pricelist.lineage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.PriceLists;
import org.opencmas.registry.pricelist.PublishedList;
import org.opencmas.registry.pricelist.Turns;
import org.opencmas.registry.pricelist.row.PriceLine;

/** Follows lines from list to list, with plain SQL along the primary key. */
@ApplicationScoped
class Lineage {
    private static final int WINDOW = 5_000;
    /** Most windows read for one page, inclusive: lists of a million lines that are nearly alike would take hundreds. */
    private static final int WINDOWS = 4;

    /** So many compare lists at once, since anybody may ask. */
    static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String COLUMNS =
            "item_id, description, unit, price, base_price, sin, kind, labor_education, labor_years";
    private static final String VERSIONS = "select price_list_id, " + COLUMNS
            + " from price_line where cmas_number = ? and price_list_id = any (?) and item_id = any (?)";

    // So many lines of both lists, as far as both were read: behind the last line of a window that is full nothing is
    // known of its list.
    private static final String CHANGES = """
            with n as materialized (select * from price_line where cmas_number = ? and price_list_id = ? and item_id > ?
                    order by item_id limit %1$d),
                o as materialized (select * from price_line where cmas_number = ? and price_list_id = ? and item_id > ?
                    order by item_id limit %1$d),
                b as (select least(
                    case when (select count(*) from n) = %1$d then (select max(item_id) from n) end,
                    case when (select count(*) from o) = %1$d then (select max(item_id) from o) end) as last),
                changed as (select %2$s, %3$s from (select n.* from n, b where b.last is null or n.item_id <= b.last) n
                    full join (select o.* from o, b where b.last is null or o.item_id <= b.last) o using (item_id)
                    where (n.description, n.unit, n.price, n.base_price, n.sin, n.kind, n.labor_education, n.labor_years)
                        is distinct from (o.description, o.unit, o.price, o.base_price, o.sin, o.kind, o.labor_education, o.labor_years))
            select b.last, c.* from b left join changed c on true order by coalesce(c.o_item_id, c.n_item_id)
            """.formatted(WINDOW, named("o"), named("n"));

    private final DataSource dataSource;
    private final Turns turns = new Turns("compare price lists", AT_ONCE, PATIENCE);

    Lineage(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private static String named(String list) {
        StringBuilder columns = new StringBuilder();
        for (String column : COLUMNS.split(", ")) {
            columns.append(columns.isEmpty() ? "" : ", ").append(list + "." + column + " as " + list + "_" + column);
        }
        return columns.toString();
    }

    /** The item in each of the lists, in their order. An id is found in the letters it is asked for, and in small or capital ones. */
    List<LineVersion> versions(List<PublishedList> lists, String itemId) {
        if (lists.isEmpty()) {
            return List.of();
        }
        Map<UUID, PriceLine> lines = lines(lists, itemId);
        return lists.stream()
                .map(list ->
                        new LineVersion(list.id(), list.supplementNumber(), list.effectiveFrom(), lines.get(list.id())))
                .toList();
    }

    private Map<UUID, PriceLine> lines(List<PublishedList> lists, String itemId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(VERSIONS)) {
            Object[] ids = lists.stream().map(PublishedList::id).toArray();
            Object[] printings = {itemId, itemId.toUpperCase(Locale.ROOT), itemId.toLowerCase(Locale.ROOT)};
            query.setString(1, lists.getFirst().cmasNumber());
            query.setArray(2, connection.createArrayOf("uuid", ids));
            query.setArray(3, connection.createArrayOf("text", printings));
            try (ResultSet row = query.executeQuery()) {
                Map<UUID, PriceLine> found = new HashMap<>();
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), PriceLists.line(row, 2));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lines could not be read", e);
        }
    }

    /**
     * Changes in the order of their item ids.
     *
     * @param upTo the item id after which the next ones follow; null when these are the last
     */
    record Changes(List<LineChange> found, @Nullable String upTo) {}

    /**
     * What a list says otherwise than the one before it, as far as it is found in {@value #WINDOWS} windows.
     *
     * @throws org.opencmas.problem.Unavailable (503) while too many others compare
     */
    Changes changes(PublishedList before, PublishedList after, @Nullable String afterItemId, int most) {
        return before.sha256().equals(after.sha256())
                ? new Changes(List.of(), null)
                : turns.take(() -> compared(before, after, afterItemId == null ? "" : afterItemId, most));
    }

    private Changes compared(PublishedList before, PublishedList after, String afterItemId, int most) {
        List<LineChange> found = new ArrayList<>();
        String from = afterItemId;
        for (int windows = 0; from != null && found.size() <= most && windows < WINDOWS; windows++) {
            from = window(before, after, from, found);
        }
        if (found.size() <= most) {
            return new Changes(found, from);
        }
        return new Changes(found.subList(0, most), found.get(most - 1).itemId());
    }

    /** Adds the changes of the next lines; gives the id up to which both lists were read, null when that was all. */
    private @Nullable String window(PublishedList before, PublishedList after, String from, List<LineChange> found) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(CHANGES)) {
            query.setString(1, after.cmasNumber());
            query.setObject(2, after.id());
            query.setString(3, from);
            query.setString(4, before.cmasNumber());
            query.setObject(5, before.id());
            query.setString(6, from);
            try (ResultSet row = query.executeQuery()) {
                String last = null;
                while (row.next()) {
                    last = row.getString(1);
                    PriceLine old = row.getString(2) == null ? null : PriceLists.line(row, 2);
                    PriceLine made = row.getString(11) == null ? null : PriceLists.line(row, 11);
                    if (old != null || made != null) {
                        found.add(LineChange.of(old, made));
                    }
                }
                return last;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lists could not be compared", e);
        }
    }
}
