package org.opencmas.order.orderimport.file;

/**
 * How much one file may hold.
 *
 * @param orders most orders, inclusive
 * @param lineBytes most bytes of the body of one order, inclusive, a line of JSON or made of rows: as much as an order that comes alone
 */
public record FileLimits(int orders, int lineBytes) {
    public static final FileLimits USUAL = new FileLimits(500_000, 4 * 1024 * 1024);
}
