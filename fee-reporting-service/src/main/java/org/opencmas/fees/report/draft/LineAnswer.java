package org.opencmas.fees.report.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.terms.Usd;

/**
 * What the contractor says about a pre-filled line. A line without an answer counts as confirmed.
 *
 * @param reportedTotal of a disputed line what the contractor holds to be right, before tax and freight; null where it holds that the line is not
 *     its own at all
 * @param reportedFee of a disputed line the fee as the contractor works it out; null where it leaves that to the rate of the line
 * @param tax of a disputed line the sales tax of its document as the contractor has it, no part of the total; null where it is not told
 * @param freight likewise
 * @param reason of a disputed line, for DGS
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportLineAnswer")
public record LineAnswer(
        @NotNull UUID orderId,
        @NotNull @Min(1) Integer documentVersion,
        @NotNull Cause cause,
        @NotNull Verdict answer,
        @Nullable Usd reportedTotal,
        @Nullable Usd reportedFee,
        @Nullable Usd tax,
        @Nullable Usd freight,
        @Nullable @Size(min = 1, max = 1000) String reason) {
    /** Whether the line stands as it is. */
    @Schema(name = "ReportLineVerdict")
    public enum Verdict {
        CONFIRMED,
        DISPUTED
    }
}
