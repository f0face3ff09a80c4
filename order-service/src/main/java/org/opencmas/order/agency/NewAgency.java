package org.opencmas.order.agency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.Agency.LimitAction;
import org.opencmas.problem.value.IdentifierText;

/** The body that registers or changes an agency. */
@Schema(name = "NewAgency")
public record NewAgency(
        @Nullable UUID agencyId,

        @NotNull @Size(max = 200) @IdentifierText String name,

        @Schema(
                enumeration = {
                    "CITY",
                    "COUNTY",
                    "CITY_AND_COUNTY",
                    "DISTRICT",
                    "K12",
                    "COMMUNITY_COLLEGE",
                    "CSU",
                    "UC",
                    "OTHER_LOCAL_BODY",
                    "STATE_DEPARTMENT"
                })
        @NotBlank
        @Size(max = 60)
        String type,

        @Size(max = 60) @IdentifierText @Nullable String county,

        @NotNull Boolean empoweredToExpendPublicFunds,
        @Valid @Nullable NewDecision analystDecision,
        @Valid @Nullable NewPolicy policy) {
    static final String PRINTABLE = "[^\\u0000-\\u001f\\u007f]*";

    /**
     * Why a body that the Guide does not name is a local one.
     *
     * @param decidedBy the caller when absent
     * @param decidedOn today when absent
     */
    @Schema(name = "NewAnalystDecision")
    public record NewDecision(
            @Size(max = 200) @Pattern(regexp = NewAgency.PRINTABLE, message = "holds a control character") @Nullable
            String decidedBy,

            @Nullable LocalDate decidedOn,

            @NotBlank @Size(max = 1000) @Pattern(regexp = NewAgency.PRINTABLE, message = "holds a control character")
            String reason) {}

    /**
     * What an agency sets for itself.
     *
     * @param orderLimit US dollars before tax and freight, inclusive
     * @param effectiveOn the first day on which it holds, today or later; today when absent, as it is for an agency that is being registered
     */
    @Schema(name = "NewAgencyPolicy")
    public record NewPolicy(
            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
            @PositiveOrZero
            @Digits(integer = 12, fraction = 2)
            @Nullable
            BigDecimal orderLimit,

            @Nullable LimitAction orderLimitAction,
            @Min(0) @Max(100) @Nullable Integer minOffers,
            OwnSettings.@Nullable Action minOffersAction,
            OwnSettings.@Nullable Action statementOfWorkAction,
            OwnSettings.@Nullable Action bestValueAction,
            @Nullable Boolean approvalRequired,
            OwnSettings.@Nullable Action plausibilityAction,

            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
            @PositiveOrZero
            @Digits(integer = 12, fraction = 2)
            @Nullable
            BigDecimal legalCounselAbove,

            @Nullable Boolean legalCounselForServices,
            @Nullable Boolean legalCounselForClauses,
            @Min(0) @Max(120) @Nullable Integer deliveryTailMonths,
            @Min(1) @Max(100) @Nullable Integer retentionYears,

            @Size(min = 1, max = 50) @Nullable List<@NotNull @Valid NewOrderApprover> approvers,

            @Size(min = 1, max = 50) @Nullable
            List<
                            @NotBlank @Size(max = 200)
                            @Pattern(regexp = NewAgency.PRINTABLE, message = "holds a control character") String>
                    mayOverride,

            @Valid @Nullable NewOwnPolicyAttestation ownPolicyAttestation,
            @Nullable LocalDate effectiveOn) {}

    /** @param limit US dollars before tax and freight, inclusive */
    @Schema(name = "NewOrderApprover")
    public record NewOrderApprover(
            @NotBlank @Size(max = 200) @Pattern(regexp = NewAgency.PRINTABLE, message = "holds a control character")
            String name,

            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
            @PositiveOrZero
            @Digits(integer = 12, fraction = 2)
            @Nullable
            BigDecimal limit) {}

    /**
     * A person's word that the program agrees with the agency's own policy.
     *
     * @param attestedBy the caller when absent
     * @param attestedOn today when absent
     */
    @Schema(name = "NewOwnPolicyAttestation")
    public record NewOwnPolicyAttestation(
            @Size(max = 200) @Pattern(regexp = NewAgency.PRINTABLE, message = "holds a control character") @Nullable
            String attestedBy,

            @Nullable LocalDate attestedOn,

            @NotBlank @Size(max = 1000) @Pattern(regexp = NewAgency.PRINTABLE, message = "holds a control character")
            String policy,

            @Nullable LocalDate reviewOn) {}
}
