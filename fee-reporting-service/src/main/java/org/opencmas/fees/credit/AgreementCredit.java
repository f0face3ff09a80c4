package org.opencmas.fees.credit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * What is left of an agreement's credit.
 *
 * @param contractorId who holds the agreement
 * @param lastDay the last day on which the agreement can be ordered from, inclusive
 * @param ended whether that day is past
 * @param credit dollars, at least zero
 * @param since from when on there is any without a break; null while there is none, and where it is told as of an earlier moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AgreementCredit")
public record AgreementCredit(
        CmasNumber cmasNumber,
        UUID contractorId,
        String contractorName,
        LocalDate lastDay,
        boolean ended,
        Usd credit,
        @Nullable Instant since) {}
