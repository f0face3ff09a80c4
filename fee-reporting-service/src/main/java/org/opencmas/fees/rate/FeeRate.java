package org.opencmas.fees.rate;

import java.time.LocalDate;
import org.opencmas.fees.datedfigure.Confidence;

/**
 * The rate that holds for orders dated on a day or later, until the next one begins.
 *
 * @param firstOrderDate the first order date it holds for, inclusive; civil date in Los Angeles
 * @param rate the share of the order's amount before tax and freight
 * @param source where the figure is from, for a person
 * @param confidence whether rate and date are confirmed by an official text
 */
public record FeeRate(LocalDate firstOrderDate, Rate rate, String source, Confidence confidence) {}
