package org.opencmas.orderbody.procurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the agency came to the order, as it is sent; see {@link Procurement}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewOrderProcurement")
public record NewProcurement(
        @Nullable NewRequestForOffer requestForOffer,

        @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewContractorAsked> contractorsAsked,

        @Schema(maxLength = 1000) @Nullable String noneCertifiedReason,

        @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewBestValueStep> bestValueSteps,
        @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewAgreementCopy> agreementCopies,
        @Nullable NewClauses clauses) {
    /** Most entries of each of its lists, inclusive. */
    public static final int MAX_ENTRIES = 100;

    /** The request for offer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewProcurementRequest")
    public record NewRequestForOffer(
            @Schema(required = true, maxLength = 100) @Nullable
            String reference,

            @Schema(required = true, format = "date") @Nullable
            String writtenOn,

            @Schema(defaultValue = "false") @Nullable Boolean verbal,
            @Schema(maxLength = 400) @Nullable String statementOfWork,
            @Schema(format = "uuid") @Nullable String requestId) {}

    /** A contractor that was asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewProcurementContractor")
    public record NewContractorAsked(
            @Schema(required = true, maxLength = 200) @Nullable
            String name,

            @Schema(format = "uuid") @Nullable String contractorId,

            @Schema(required = true, format = "date") @Nullable
            String askedOn,

            @Schema(defaultValue = "false") @Nullable Boolean certified,

            @Schema(
                    enumeration = {"OFFER", "NO_OFFER", "NONE"},
                    defaultValue = "NONE")
            @Nullable
            String answer,

            @Schema(defaultValue = "false") @Nullable Boolean compared,
            @Schema(maxLength = 1000) @Nullable String notComparedReason) {}

    /** A step of the best value determination. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewProcurementStep")
    public record NewBestValueStep(
            @Schema(
                    required = true,
                    enumeration = {"REQUIREMENTS", "CMAS_COPY", "REVIEW", "COMPARISON"})
            @Nullable
            String step,

            @Schema(required = true, format = "date") @Nullable
            String doneOn,

            @Schema(required = true, maxLength = 200) @Nullable
            String doneBy,

            @Schema(maxLength = 1000) @Nullable String evidence) {}

    /** The copy of an agreement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewProcurementCopy")
    public record NewAgreementCopy(
            @Schema(required = true) @Nullable String cmasNumber,

            @Schema(required = true, minimum = "0") @Nullable
            Integer supplementNumber,

            @Schema(required = true, format = "date") @Nullable
            String obtainedOn,

            @Schema(required = true, maxLength = 200) @Nullable
            String obtainedBy,

            @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable String> checked,
            @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewExtraApproval> extraApprovals,
            @Schema(maxLength = 2000) @Nullable String terms) {}

    /** An approval, form or filing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewProcurementApproval")
    public record NewExtraApproval(
            @Schema(required = true, maxLength = 200) @Nullable
            String name,

            @Schema(format = "date") @Nullable String obtainedOn) {}

    /** Clauses that need both documents. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewProcurementClauses")
    public record NewClauses(
            @Nullable NewPlaced liquidatedDamages, @Nullable NewPlaced acceptanceTesting) {}

    /** Where a clause stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewProcurementClausePlace")
    public record NewPlaced(
            @Schema(required = true) @Nullable Boolean inRequest,
            @Schema(required = true) @Nullable Boolean inOrder) {}
}
