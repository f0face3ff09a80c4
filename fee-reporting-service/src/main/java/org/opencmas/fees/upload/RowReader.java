package org.opencmas.fees.upload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.upload.CellText.OrderName;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/** Reads the rows of one file, the header first, and notes what is wrong with each. */
final class RowReader {
    private static final String STRAY_REMEDY =
            "Put a text or an amount with a comma into double quotes, and take out what stands under no title.";

    private final CmasNumber agreement;
    private final ReportRowRules rules;
    private final Map<ReportColumn, Integer> places = new EnumMap<>(ReportColumn.class);
    private final BitSet titled = new BitSet();
    private int width;
    private List<RowFault> faults = new ArrayList<>();

    /** @param today the civil date in Los Angeles */
    RowReader(CmasNumber agreement, CalendarQuarter quarter, LocalDate today) {
        this.agreement = agreement;
        this.rules = new ReportRowRules(quarter, today);
    }

    /** What was found wrong since the last call. */
    List<RowFault> takeFaults() {
        List<RowFault> taken = faults;
        faults = new ArrayList<>();
        return taken;
    }

    /** Reads the first row. With any fault in it the rows below have no meaning. */
    void readHeader(SheetRow header) {
        width = header.cells().size();
        for (int i = 0; i < header.cells().size(); i++) {
            String title = header.cell(i);
            if (title.isEmpty()) {
                continue;
            }
            titled.set(i);
            if (title.equals(CheckedReportFile.FAULTS_TITLE)) {
                continue;
            }
            Optional<ReportColumn> column = ReportColumn.of(title);
            if (column.isEmpty()) {
                add(
                        header.number(),
                        "",
                        "\"" + ReportRowRules.shown(title) + "\" is no column of the report",
                        "Take the template's header, or take the column out.");
            } else if (places.putIfAbsent(column.get(), i) != null) {
                add(header.number(), column.get().title(), "is there twice", "Keep one of the two columns.");
            }
        }
        for (ReportColumn column : ReportColumn.values()) {
            if (column.isRequired() && !places.containsKey(column)) {
                add(header.number(), column.title(), "is missing", "Add the column; the template has it.");
            }
        }
    }

    /** Reads a row below the header; empty when it has a fault. */
    Optional<ReportedRow> readRow(SheetRow row) {
        if (hasStrayCells(row)) {
            return Optional.empty();
        }
        int before = faults.size();
        checkAgreement(row);
        @Nullable String code = optional(row, ReportColumn.BILLING_CODE);
        OrderName order = CellText.orderName(text(row, ReportColumn.ORDER_NUMBER));
        var read = new ReportedRow(
                text(row, ReportColumn.AGENCY_NAME),
                agencyClass(row, code),
                code,
                order.number(),
                amendment(row, order),
                date(row),
                money(row, ReportColumn.TOTAL).orElse(Usd.ZERO),
                money(row, ReportColumn.TAX).orElse(null),
                money(row, ReportColumn.FREIGHT).orElse(null),
                money(row, ReportColumn.FEE).orElse(null),
                optional(row, ReportColumn.RESELLER),
                optional(row, ReportColumn.CONTACT_NAME),
                optional(row, ReportColumn.CONTACT_ADDRESS),
                optional(row, ReportColumn.CONTACT_PHONE));
        if (faults.size() == before) {
            faults.addAll(rules.check(row.number(), read));
        }
        return faults.size() == before ? Optional.of(read) : Optional.empty();
    }

    /**
     * Whether cells stand where no title says what they are. An amount such as 1,234.56 without quotes is two cells and moves all behind it one
     * place on: it would be read as 1.00 with 234.56 of tax. So a row with more cells than the header is not read at all, also when
     * what is too much is empty.
     */
    private boolean hasStrayCells(SheetRow row) {
        int cells = row.cells().size();
        if (cells > width) {
            add(row.number(), "", "has " + cells + " cells where the header has " + width, STRAY_REMEDY);
            return true;
        }
        for (int i = titled.nextClearBit(0); i < cells; i = titled.nextClearBit(i + 1)) {
            String cell = row.cell(i);
            if (!cell.isEmpty()) {
                add(row.number(), "", "\"" + ReportRowRules.shown(cell) + "\" stands under no title", STRAY_REMEDY);
                return true;
            }
        }
        return false;
    }

    private void checkAgreement(SheetRow row) {
        String cell = cell(row, ReportColumn.CMAS_NUMBER);
        if (cell.isEmpty()) {
            return;
        }
        boolean same;
        try {
            same = CmasNumber.parse(cell).equals(agreement);
        } catch (InvalidCmasNumber e) {
            same = false;
        }
        if (!same) {
            add(
                    row.number(),
                    ReportColumn.CMAS_NUMBER.title(),
                    "\"" + ReportRowRules.shown(cell) + "\" is not " + agreement + ", whose report this is",
                    "Report each agreement apart, told by its suffix.");
        }
    }

    private AgencyClass agencyClass(SheetRow row, @Nullable String code) {
        String cell = CellText.lower(cell(row, ReportColumn.AGENCY_CLASS));
        return switch (cell) {
            case "" -> code == null ? AgencyClass.LOCAL : AgencyClass.STATE;
            case "state", "s" -> AgencyClass.STATE;
            case "local", "l" -> AgencyClass.LOCAL;
            default -> {
                add(
                        row.number(),
                        ReportColumn.AGENCY_CLASS.title(),
                        "\"" + ReportRowRules.shown(cell) + "\" is neither State nor Local",
                        "Write State or Local.");
                yield AgencyClass.LOCAL;
            }
        };
    }

    private int amendment(SheetRow row, OrderName order) {
        String cell = cell(row, ReportColumn.AMENDMENT_NUMBER);
        if (cell.isEmpty()) {
            return order.amendment();
        }
        if (!cell.matches("[0-9]{1,4}")) {
            add(
                    row.number(),
                    ReportColumn.AMENDMENT_NUMBER.title(),
                    "\"" + ReportRowRules.shown(cell) + "\" is no number from 0 to 9999",
                    "Leave it empty for the original order.");
            return 0;
        }
        int amendment = Integer.parseInt(cell);
        if (order.amendment() != 0 && order.amendment() != amendment) {
            add(
                    row.number(),
                    ReportColumn.AMENDMENT_NUMBER.title(),
                    "is not the " + order.amendment() + " that is written behind the order number",
                    "Keep the right one of the two.");
        }
        return amendment;
    }

    private LocalDate date(SheetRow row) {
        String cell = cell(row, ReportColumn.ORDER_DATE);
        Optional<LocalDate> date = CellText.date(cell);
        if (date.isEmpty()) {
            add(
                    row.number(),
                    ReportColumn.ORDER_DATE.title(),
                    cell.isEmpty() ? "is missing" : "\"" + ReportRowRules.shown(cell) + "\" is no date",
                    "Write 2026-07-01 or 7/1/2026.");
        }
        return date.orElse(ProgramCalendar.FIRST_DAY);
    }

    private Optional<Usd> money(SheetRow row, ReportColumn column) {
        String cell = cell(row, column);
        if (cell.isEmpty()) {
            if (column.isRequired()) {
                add(row.number(), column.title(), "is missing", "Write dollars, 0.00 where there are none.");
            }
            return Optional.empty();
        }
        Optional<Usd> amount = CellText.money(cell);
        if (amount.isEmpty()) {
            add(
                    row.number(),
                    column.title(),
                    "\"" + ReportRowRules.shown(cell) + "\" is no amount in dollars and cents",
                    "Write 1234.56.");
        }
        return amount;
    }

    private String text(SheetRow row, ReportColumn column) {
        String cell = cell(row, column);
        if (cell.isEmpty()) {
            add(row.number(), column.title(), "is missing", "Fill it in: a report with missing data is incomplete.");
        }
        return cell;
    }

    private @Nullable String optional(SheetRow row, ReportColumn column) {
        String cell = cell(row, column);
        if (cell.length() > 500) {
            add(row.number(), column.title(), "has more than 500 characters", "Shorten it.");
        }
        return cell.isEmpty() ? null : cell;
    }

    private String cell(SheetRow row, ReportColumn column) {
        Integer place = places.get(column);
        String cell = place == null ? "" : row.cell(place);
        if (cell.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7f)) {
            add(row.number(), column.title(), "holds a control character", "Type it anew.");
        }
        // What an export of ours wrote so that no spreadsheet runs it.
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private void add(long row, String column, String detail, String remedy) {
        faults.add(new RowFault(row, column, detail, remedy));
    }
}
