package org.opencmas.fees.http;

import org.opencmas.terms.CalendarQuarter;

/**
 * Quarters in a row.
 *
 * @param first inclusive
 * @param last inclusive; not before the first
 */
public record QuarterSpan(CalendarQuarter first, CalendarQuarter last) {}
