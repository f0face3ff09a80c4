package org.opencmas.compliance.rule;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure as it stands on the day an order is judged by.
 *
 * @param name which figure
 * @param value the figure, in the unit its name says
 * @param validFrom first day on which it holds
 * @param source where it is written
 * @param confidence A (official text) to D (inference), M (unconfirmed), or OWN for a setting of this system
 */
public record Parameter(ParameterName name, BigDecimal value, LocalDate validFrom, String source, String confidence) {
    /** True for one that no text at hand confirms: whoever is shown what it led to is told so. */
    public boolean unconfirmed() {
        return confidence.equals("M");
    }
}
