package org.opencmas.compliance.invoicecheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A named person's word for one rule, as a client sends it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewInvoiceAttestation", description = "A named person's word for one rule.")
public record Word(
        @Schema(
                required = true,
                maxLength = 60,
                examples = "PAY-NAME-MATCH",
                description = "The id of the rule it is about.")
        @Nullable
        String rule,

        @Schema(required = true, maxLength = 2000, description = "What the person says to have checked.") @Nullable
        String statement,

        @Schema(required = true, maxLength = 200, description = "The person.") @Nullable
        String attestedBy,

        @Schema(required = true, format = "date", description = "The day.") @Nullable
        String attestedOn,

        @Schema(maxLength = 1000, description = "Where the proof is kept.") @Nullable
        String evidence,

        @Schema(maxItems = BilledOrder.MAX_LINES, description = "The lines it is about, when not all.") @Nullable
        List<@Nullable String> lineIds) {
    /** Most attestations of one body, inclusive. */
    public static final int MAX = 100;
}
