package org.opencmas.compliance.review.finding;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;

/**
 * The figures of a review, as they stood on the day it was planned: what it asks about, where no text gives a number.
 *
 * @param splitDays days before and after an order, inclusive, within which orders are looked at together
 * @param lateAmendmentDays last days of an agreement, its last day included, in which an amendment that raises an order is asked about
 * @param adviceDays days before a sale, inclusive, within which advice by the contractor is asked about
 * @param nspNearShare share of the NSP limit, as a fraction, from which (inclusive) NSP lines are asked about
 * @param reportDueDay day of the month after a quarter on which its report is due, inclusive
 */
public record ReviewSettings(
        int splitDays, int lateAmendmentDays, int adviceDays, BigDecimal nspNearShare, int reportDueDay) {
    public static final Set<ParameterName> FIGURES = EnumSet.of(
            ParameterName.REVIEW_SPLIT_DAYS,
            ParameterName.REVIEW_LATE_AMENDMENT_DAYS,
            ParameterName.REVIEW_ADVICE_DAYS,
            ParameterName.REVIEW_NSP_NEAR_SHARE,
            ParameterName.REPORT_DUE_DAY);

    /** @param inForce at least {@link #FIGURES}, which have had a value since before the program began */
    public static ReviewSettings of(List<Parameter> inForce) {
        return new ReviewSettings(
                value(inForce, ParameterName.REVIEW_SPLIT_DAYS).intValueExact(),
                value(inForce, ParameterName.REVIEW_LATE_AMENDMENT_DAYS).intValueExact(),
                value(inForce, ParameterName.REVIEW_ADVICE_DAYS).intValueExact(),
                value(inForce, ParameterName.REVIEW_NSP_NEAR_SHARE),
                value(inForce, ParameterName.REPORT_DUE_DAY).intValueExact());
    }

    private static BigDecimal value(List<Parameter> inForce, ParameterName name) {
        return inForce.stream()
                .filter(figure -> figure.name() == name)
                .map(Parameter::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no value of " + name));
    }
}
