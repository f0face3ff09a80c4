package org.opencmas.fees.ledger.declared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * An order that a report adds and that looks like a known one of the same agency, day, amount and amendment, whose number is typed
 * otherwise: then it is owed twice. It is a suggestion; nothing follows from it until somebody ties the two.
 *
 * @param quarter of the report
 * @param total dollars before tax and freight, the same on both sides
 * @param orderId the known order
 * @param why the numbers are taken for the same
 * @param foundAt when both were known; null while the report is not filed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderLookAlike")
public record LookAlike(
        UUID lookAlikeId,
        CmasNumber cmasNumber,
        CalendarQuarter quarter,
        String agencyName,
        String purchaseOrderNumber,
        int amendmentNumber,
        LocalDate purchaseOrderDate,
        Usd total,
        UUID orderId,
        String knownOrderNumber,
        NumberLikeness.Sureness sureness,
        String why,
        @Nullable Instant foundAt) {}
