package org.opencmas.registry.pricelist.row;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of a price list file, in any order; every other name is refused. */
public enum Column {
    ITEM_ID(true, 64),
    DESCRIPTION(true, 4_000),
    UNIT(true, 40),
    PRICE(true, 40),
    BASE_PRICE(false, 40),
    SIN(false, 40),
    KIND(false, 20),
    LABOR_EDUCATION(false, 300),
    LABOR_YEARS(false, 10);

    private final boolean required;
    private final int maxLength;

    Column(boolean required, int maxLength) {
        this.required = required;
        this.maxLength = maxLength;
    }

    /** Whether the file must have the column, and every row a value in it. */
    boolean required() {
        return required;
    }

    /** Most characters of a cell, inclusive. */
    int maxLength() {
        return maxLength;
    }

    /** Its name in a file. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> titled(String cell) {
        String title = cell.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.title().equals(title))
                .findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }
}
