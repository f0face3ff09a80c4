package org.opencmas.registry.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.lines.LineMatches;
import org.opencmas.terms.ProcurementKind;

/** Reads what the database found. */
final class FoundRow {
    private FoundRow() {}

    static FoundAgreement of(ResultSet row, @Nullable LineMatches lines) throws SQLException {
        String number = row.getString("cmas_number");
        return new FoundAgreement(
                number,
                ProcurementKind.valueOf(row.getString("kind")),
                row.getObject("contractor_id", UUID.class),
                row.getString("legal_name"),
                row.getString("status"),
                row.getBoolean("active"),
                row.getInt("supplement_number"),
                row.getObject("term_start", LocalDate.class),
                row.getObject("term_end", LocalDate.class),
                row.getString("for_use_by"),
                row.getBoolean("nsp_provision"),
                row.getObject("accepts_cal_card", Boolean.class),
                texts(row, "product_codes"),
                matches(row),
                items(row, lines),
                "/v1/agreements/" + number,
                row.getInt("score"));
    }

    private static List<Match> matches(ResultSet row) throws SQLException {
        List<Match> matches = new ArrayList<>();
        if (row.getBoolean("by_name")) {
            matches.add(new Match(
                    row.getBoolean("in_name")
                            ? Match.Kind.CONTRACTOR_NAME
                            : row.getBoolean("in_names") ? Match.Kind.FORMER_NAME : Match.Kind.SIMILAR_NAME,
                    1));
        }
        int codes = row.getInt("codes");
        int worded = row.getInt("worded");
        int alike = row.getInt("lines") - worded;
        if (row.getBoolean("same_item")) {
            matches.add(new Match(Match.Kind.ITEM_ID, 1));
        }
        if (codes > 0) {
            matches.add(new Match(Match.Kind.CODE, codes));
        }
        if (worded > 0) {
            matches.add(new Match(Match.Kind.ITEM_WORDS, worded));
        }
        if (alike > 0) {
            matches.add(new Match(Match.Kind.SIMILAR_ITEM, alike));
        }
        return matches;
    }

    private static List<FoundAgreement.Item> items(ResultSet row, @Nullable LineMatches lines) throws SQLException {
        UUID list = row.getObject("price_list_id", UUID.class);
        if (lines == null || list == null) {
            return List.of();
        }
        return lines.best(list).stream()
                .map(line -> new FoundAgreement.Item(line.itemId(), line.description()))
                .toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
