package org.opencmas.compliance.rule.invoice;

import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.outcome.NamedLine;
import org.opencmas.terms.Usd;

/**
 * A line of an invoice.
 *
 * @param lineId unique in the invoice
 * @param amount US dollars without tax
 * @param tax US dollars billed as tax on this line; null when the invoice does not say
 * @param service the days that it is for; null when not said
 * @param orderLineId the order line that it bills; null when not said
 * @param advancePaymentsBefore how often the same was paid in advance before; null when not said
 */
public record BilledLine(
        String lineId,
        LineType type,
        Usd amount,
        @Nullable Usd tax,
        @Nullable Period service,
        @Nullable String orderLineId,
        @Nullable Integer advancePaymentsBefore)
        implements NamedLine {}
