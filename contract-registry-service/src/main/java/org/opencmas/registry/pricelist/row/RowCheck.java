package org.opencmas.registry.pricelist.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.CsvRow;
import org.opencmas.csv.UnclosedQuote;
import org.opencmas.problem.value.SeenText;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * Turns rows of a file into price lines, and reports all that is wrong with each row, not only the first fault.
 *
 * <p>A price is a plain decimal number of at most 12 digits and 6 decimals, not negative. A CMAS price above the base
 * price is refused, an equal one is allowed (CON-PRICE-CEILING, Guide s1 p5 and s12 p23). Text that a spreadsheet would
 * run as a formula is refused.
 */
public final class RowCheck {
    /** Takes the place of bytes that are not UTF-8: a Unicode noncharacter, which no valid file contains. */
    public static final char UNDECODABLE = '\uFFFF';

    private static final int MAX_DIGITS = 12;
    private static final int MAX_DECIMALS = 6;
    private static final int CENT_DECIMALS = 2;
    private static final int MAX_LABOR_YEARS = 60;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    /** As spreadsheets show numbers of twelve digits and more. */
    private static final Pattern ROUNDED_BY_A_SPREADSHEET =
            Pattern.compile("[0-9][.,][0-9]+ ?[eE][+-]?[0-9]{1,3}|[0-9][eE]\\+[0-9]{1,3}");

    /** Dollars with commas between thousands and a point before the decimals: the only commas that say what they mean. */
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+\\.[0-9]+");

    /** What stands in the place of a price, sound or not. */
    private static final Pattern PRICE_TEXT = Pattern.compile("\\s*(USD|(US)?[$])?\\s*[0-9][0-9.]*\\s*(USD)?\\s*");

    private static final Pattern YEARS = Pattern.compile("([0-9]{1,2})( (years?|yrs?))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_YEARS = Pattern.compile("n/?a", Pattern.CASE_INSENSITIVE);

    private final Header header;
    private final RowFaults faults;
    private final ItemRows items;
    private final UnclosedQuote quotes;

    public RowCheck(Header header, RowFaults faults) {
        this(header, faults, new ItemRows());
    }

    /** @param items those of the whole list, which may stand on several sheets */
    public RowCheck(Header header, RowFaults faults, ItemRows items) {
        this.header = header;
        this.faults = faults;
        this.items = items;
        this.quotes = new UnclosedQuote(
                header.titled(),
                ',',
                new UnclosedQuote.Sign(
                        header.position(Column.PRICE),
                        cell -> PRICE_TEXT.matcher(cell).matches(),
                        false));
    }

    /**
     * @param row the line number in the file, the header being 1
     * @return the line, or null when the row has faults, which are reported then
     */
    public @Nullable PriceLine check(long row, List<String> cells) {
        if (swallowsRows(row, cells)) {
            return null;
        }
        if (!header.fits(cells)) {
            faults.ofRow(
                    row,
                    "has " + cells.size() + " cells where the header has " + header.titled(),
                    "Put a text or a price that contains a comma into double quotes.");
            return null;
        }
        int before = faults.total();
        String itemId = itemId(row, cells);
        String description = text(row, cells, Column.DESCRIPTION);
        String unit = text(row, cells, Column.UNIT);
        BigDecimal price = price(row, cells, Column.PRICE);
        BigDecimal basePrice = price(row, cells, Column.BASE_PRICE);
        String sin = text(row, cells, Column.SIN);
        ItemKind kind = kind(row, cells);
        String education = text(row, cells, Column.LABOR_EDUCATION);
        Integer years = years(row, cells);
        checkOnce(row, itemId);
        checkCeiling(row, price, basePrice);
        if (faults.total() > before || itemId == null || description == null || unit == null || price == null) {
            return null;
        }
        return new PriceLine(
                itemId,
                description,
                unit,
                print(price),
                basePrice == null ? null : print(basePrice),
                sin,
                kind,
                education,
                years);
    }

    /** Whether an unclosed quote made other rows part of a cell; such a row is not checked further. */
    private boolean swallowsRows(long row, List<String> cells) {
        for (int position = 0; position < cells.size(); position++) {
            String cell = cells.get(position);
            if (quotes.isIn(cell, position)) {
                faults.ofLostRows(
                        row,
                        "opens a double quote that is closed only " + below(CsvRow.lineBreaks(cell))
                                + ", with another row inside of it",
                        "Close the quote in this row; write a double quote inside a text, such as an inch mark, twice"
                                + " and the whole text in quotes.");
                return true;
            }
        }
        return false;
    }

    private static String below(int lines) {
        return lines == 1 ? "in the next line" : lines + " lines further down";
    }

    private @Nullable String itemId(long row, List<String> cells) {
        String cell = text(row, cells, Column.ITEM_ID);
        if (cell == null) {
            return null;
        }
        Optional<String> unseen = Identifier.fault(cell);
        if (unseen.isPresent()) {
            faults.ofCell(row, Column.ITEM_ID, cell, unseen.get(), "Type the item id anew, with plain blanks only.");
            return null;
        }
        if (ROUNDED_BY_A_SPREADSHEET.matcher(cell).matches()) {
            faults.ofCell(
                    row,
                    Column.ITEM_ID,
                    cell,
                    "is a number in scientific notation, of which a spreadsheet has dropped the last digits",
                    "Format the column as text in the spreadsheet, enter the id in full and save the file again.");
            return null;
        }
        return Identifier.of(cell).text();
    }

    private void checkOnce(long row, @Nullable String itemId) {
        if (itemId == null) {
            return;
        }
        ItemRows.Place first = items.putIfAbsent(itemId, faults.sheet(), row);
        if (first != null) {
            faults.ofCell(
                    row,
                    Column.ITEM_ID,
                    itemId,
                    "is already in row " + first.row()
                            + (first.sheet().equals(faults.sheet()) ? "" : " of sheet " + first.sheet()),
                    "Keep one row per item, or give it another item_id.");
        }
    }

    private void checkCeiling(long row, @Nullable BigDecimal price, @Nullable BigDecimal basePrice) {
        if (price != null && basePrice != null && price.compareTo(basePrice) > 0) {
            faults.ofCell(
                    row,
                    Column.PRICE,
                    print(price),
                    "is above the base contract's price " + print(basePrice) + " (CON-PRICE-CEILING)",
                    "Lower the price to " + print(basePrice) + " or less.");
        }
    }

    private @Nullable String text(long row, List<String> cells, Column column) {
        String cell = cell(row, cells, column);
        if (cell == null) {
            return null;
        }
        if (startsFormula(cell)) {
            faults.ofCell(
                    row,
                    column,
                    cell,
                    "would be run as a formula by a spreadsheet",
                    "Start it with a letter or digit.");
            return null;
        }
        return cell;
    }

    private static boolean startsFormula(String cell) {
        char first = cell.charAt(0);
        return (first == '=' || first == '+' || first == '-' || first == '@')
                && !PLAIN_NUMBER.matcher(cell).matches();
    }

    /** The stripped cell with line breaks as spaces; null when it is empty or faulty. */
    private @Nullable String cell(long row, List<String> cells, Column column) {
        if (!header.has(column)) {
            return null;
        }
        String cell = cells.get(header.position(column)).strip();
        if (cell.isEmpty()) {
            if (column.required()) {
                faults.ofCell(row, column, cell, "is empty", "Every row needs a value in this column.");
            }
            return null;
        }
        if (cell.length() > column.maxLength()) {
            faults.ofCell(
                    row,
                    column,
                    cell,
                    "has " + cell.length() + " characters",
                    "At most " + column.maxLength() + " are allowed.");
            return null;
        }
        return withoutControls(row, column, cell);
    }

    private @Nullable String withoutControls(long row, Column column, String cell) {
        boolean breaks = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == UNDECODABLE) {
                faults.ofCell(
                        row,
                        column,
                        cell,
                        "holds bytes that are not UTF-8, as of Latin-1 or Windows-1252",
                        "Save the file as \"CSV UTF-8\".");
                return null;
            }
            breaks |= c == '\n' || c == '\r' || c == '\t';
        }
        Optional<String> unseen = SeenText.fault(cell);
        if (unseen.isPresent()) {
            faults.ofCell(row, column, cell, unseen.get(), "Type the text anew.");
            return null;
        }
        return breaks ? cell.replaceAll("[\\r\\n\\t]+", " ") : cell;
    }

    private @Nullable ItemKind kind(long row, List<String> cells) {
        String cell = cell(row, cells, Column.KIND);
        if (cell == null) {
            return null;
        }
        for (ItemKind kind : ItemKind.values()) {
            if (kind.name().equals(cell.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        faults.ofCell(row, Column.KIND, cell, "is not a kind", "Write GOODS, SOFTWARE or SERVICES, or leave it empty.");
        return null;
    }

    private @Nullable Integer years(long row, List<String> cells) {
        String cell = cell(row, cells, Column.LABOR_YEARS);
        if (cell == null || NO_YEARS.matcher(cell).matches()) {
            return null;
        }
        Matcher years = YEARS.matcher(cell);
        if (years.matches() && Integer.parseInt(years.group(1)) <= MAX_LABOR_YEARS) {
            return Integer.valueOf(years.group(1));
        }
        faults.ofCell(row, Column.LABOR_YEARS, cell, "is not a number of years", "Write a whole number from 0 to 60.");
        return null;
    }

    private @Nullable BigDecimal price(long row, List<String> cells, Column column) {
        String cell = cell(row, cells, column);
        if (cell == null) {
            return null;
        }
        int point = cell.indexOf('.');
        int digits = point < 0 ? cell.length() : point;
        int decimals = point < 0 ? 0 : cell.length() - point - 1;
        if (isPlain(cell, point) && digits <= MAX_DIGITS && decimals <= MAX_DECIMALS) {
            return new BigDecimal(cell);
        }
        reportPrice(row, column, cell, decimals);
        return null;
    }

    /** Digits, at least one before the point and, if there is a point, at least one after it. */
    private static boolean isPlain(String cell, int point) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < '0' || c > '9') && i != point) {
                return false;
            }
        }
        return point != 0 && point != cell.length() - 1;
    }

    private void reportPrice(long row, Column column, String cell, int decimals) {
        if (startsFormula(cell)) {
            faults.ofCell(row, column, cell, "is a formula", "Write the number it computes, as 1234.50.");
        } else if (!PLAIN_NUMBER.matcher(cell).matches()) {
            faults.ofCell(row, column, cell, "is not a number", remedyFor(cell));
        } else if (cell.startsWith("-")) {
            faults.ofCell(row, column, cell, "is negative", "A price is 0.00 or more.");
        } else if (cell.startsWith("+")) {
            faults.ofCell(row, column, cell, "has a sign", "Write it without the sign.");
        } else if (decimals > MAX_DECIMALS) {
            faults.ofCell(row, column, cell, "has " + decimals + " decimals", "At most 6 decimals are allowed.");
        } else {
            faults.ofCell(row, column, cell, "is too large", "At most 12 digits before the point are allowed.");
        }
    }

    /** Names the amount only where there is no doubt which one is meant: 9,99 and 1,234 may each be two amounts. */
    private static String remedyFor(String cell) {
        String amount = cell.replaceAll("[$\\s]|USD", "");
        if (PLAIN_NUMBER.matcher(amount).matches()) {
            return "Write digits and a point only, as " + amount + ".";
        }
        if (THOUSANDS.matcher(amount).matches()) {
            return "Write digits and a point only, as " + amount.replace(",", "") + ".";
        }
        return amount.indexOf(',') < 0
                ? "Write digits and a point only, as 1234.50."
                : "A comma may be meant between thousands or before decimals: write the amount with digits and a point before"
                        + " its decimals only, as 1234.50.";
    }

    private static String print(BigDecimal price) {
        return price.scale() == CENT_DECIMALS
                ? price.toPlainString()
                : Usd.of(price).toString();
    }
}
