package org.opencmas.csv;

/**
 * How long a file may make what is held of it at once.
 *
 * @param cell most characters of a cell, inclusive
 * @param row most characters of a row, inclusive
 */
public record CsvLimits(int cell, int row) {}
