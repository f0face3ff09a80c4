package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;

/**
 * The days on which something is done, both inclusive.
 *
 * @param from the first day
 * @param through the last day, the same as the first for what is done on one day
 */
public record Period(LocalDate from, LocalDate through) {
    @Override
    public String toString() {
        return from.equals(through) ? from.toString() : from + " through " + through;
    }
}
