package org.opencmas.registry.pricelist.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;

/**
 * Which column of a list is which, by its title: the names of the CSV columns, those of the federal price proposal templates that contractors fill
 * in and of the federal government's list of labour prices, and what contractors call them in lists of their own, in any case, with spaces or low lines. Other columns are left
 * alone. The price that counts includes the federal fee, since that is what a buyer pays; what is called the GSA's price is the base contract's beside one of the CMAS, and is
 * never taken for it.
 *
 * @param repeated columns of money or measure that more than one title names, so that nobody knows which one counts
 */
public record SheetTitles(Map<Column, Integer> positions, Map<Column, List<String>> repeated) {
    /** The row of titles is looked for in so many rows. */
    public static final int SEARCHED_ROWS = 50;

    private static final Set<Column> ONLY_ONCE = EnumSet.of(Column.PRICE, Column.BASE_PRICE, Column.UNIT);

    private static final Map<Column, Pattern> ALTERNATIVES = new EnumMap<>(Map.of(
            Column.ITEM_ID,
                    title("(item|part|catalog|product|model) (id|no\\.?|num|number|code|#)|sku|clin"
                            + "|(mfr|mfg|manufacturer)('s|s)?\\.? part (no\\.?|number|#)"),
            Column.DESCRIPTION,
                    title(
                            "((item|product|service) )?description|(item|product) name|labou?r category|service proposed( \\(.*\\))?"
                                    + "|course title"),
            Column.UNIT,
                    title("unit|uoi|uom|u/m|unit of (issue|measure|sale)( \\(.*\\))?|price per course or per person"),
            Column.PRICE,
                    title("((cmas|cmas unit|unit|net|net unit) )?price|price incl iff"
                            + "|price offered to gsa \\(including iff\\)|gsa offer price \\(inclusive of the .*\\)"),
            Column.BASE_PRICE, title("base (contract )?price|gsa (unit )?price"),
            Column.SIN, title("sin|sin\\(s\\) proposed"),
            Column.KIND, title("kind"),
            Column.LABOR_EDUCATION, title("(labor|min) education|minimum education ?/ ?certification level"),
            Column.LABOR_YEARS, title("(labor|min) years|minimum years of experience( \\(.*\\))?")));

    private static Pattern title(String alternatives) {
        return Pattern.compile(alternatives);
    }

    /** The titles, when the row has those of description, unit and price. */
    public static Optional<SheetTitles> in(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            if (cell != null && cell.getText() != null) {
                texts.addAll(Collections.nCopies(Math.max(0, cell.getColumnIndex() - texts.size()), ""));
                texts.add(cell.getText());
            }
        }
        return in(texts);
    }

    /** The same of a row of a CSV file. */
    static Optional<SheetTitles> in(List<String> texts) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        Map<Column, List<String>> named = new EnumMap<>(Column.class);
        for (int i = 0; i < texts.size(); i++) {
            int position = i;
            String title = texts.get(i).strip().replaceAll("[\\s_]+", " ").toLowerCase(Locale.ROOT);
            ALTERNATIVES.forEach((column, alternatives) -> {
                if (alternatives.matcher(title).matches()) {
                    positions.putIfAbsent(column, position);
                    named.computeIfAbsent(column, first -> new ArrayList<>())
                            .add(texts.get(position).strip());
                }
            });
        }
        boolean found = positions.containsKey(Column.DESCRIPTION)
                && positions.containsKey(Column.UNIT)
                && positions.containsKey(Column.PRICE);
        // A labour category or course is known by its name.
        positions.computeIfAbsent(Column.ITEM_ID, absent -> positions.get(Column.DESCRIPTION));
        named.entrySet()
                .removeIf(column -> !ONLY_ONCE.contains(column.getKey())
                        || column.getValue().size() == 1);
        return found ? Optional.of(new SheetTitles(positions, named)) : Optional.empty();
    }

    /** Notes each column that more than one title names. */
    public void noteRepeated(RowFaults faults) {
        repeated.forEach((column, titles) -> faults.ofHeader(
                column.title(),
                "is what " + titles.size() + " columns are read as: \"" + String.join("\", \"", titles) + "\"",
                "Keep the one that counts, or give the others another title."));
    }

    /** Whether one of the titles is not the column's own name. */
    boolean areNotOurs(List<String> texts) {
        return positions.values().stream()
                .anyMatch(position -> Column.titled(texts.get(position)).isEmpty());
    }

    public List<Column> columns() {
        return new ArrayList<>(positions.keySet());
    }

    /** In the order of {@link #columns()}, as a CSV file would name them. */
    public List<String> titles() {
        return columns().stream().map(Column::title).toList();
    }

    public boolean has(Column column) {
        return positions.containsKey(column);
    }

    public int position(Column column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("the sheet has no column " + column);
        }
        return position;
    }
}
