package org.opencmas.order.account.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * A bond on an order: that its form was handed to the contractor, and once it is there, the bond itself (PW-BOND-FORM, PP-GOODS-SPECIAL).
 *
 * @param form the form's name, such as Std. 807 for the payment bond of public works
 * @param formGivenOn when the agency handed the form to the contractor; null when it did not need to
 * @param surety who stands for it; null, as amount and day are, until the bond is there
 * @param amount US dollars
 * @param bondDate the date on the bond
 * @param replaces the earlier record that this one stands for; null for a first one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderBond")
public record Bond(
        UUID bondId,
        Kind kind,
        String form,
        @Nullable LocalDate formGivenOn,
        @Nullable String surety,
        @Nullable Usd amount,
        @Nullable LocalDate bondDate,
        @Nullable UUID replaces,
        Instant recordedAt,
        String recordedBy) {
    /** What the bond secures. */
    @Schema(name = "BondKind")
    public enum Kind {
        /** Pay of those who work on public works (Guide s4 p12, s11 p22). */
        PAYMENT,
        /** Faithful performance on special goods (Guide s4 p12). */
        PERFORMANCE
    }
}
