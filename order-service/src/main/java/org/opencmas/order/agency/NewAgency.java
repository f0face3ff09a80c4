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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.Agency.LimitAction;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.value.IdentifierText;
import org.opencmas.terms.Identifier;

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
        @Valid @Nullable NewPolicy policy)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        if (policy == null) {
            return;
        }
        if (policy.effectiveOn() != null) {
            fields.fault("/policy/effectiveOn", "is not taken here", "Set a policy for a later day by PUT .../policy.");
        }
        policy.check(fields, "/policy", today);
    }

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
            @Nullable LocalDate effectiveOn)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            check(fields, "", today);
            if (effectiveOn != null && (effectiveOn.isBefore(today) || effectiveOn.isAfter(today.plusYears(1)))) {
                fields.fault(
                        "/effectiveOn",
                        "is " + effectiveOn + "; today is " + today + " in California",
                        "Give today or a later day, within a year.");
            }
        }

        /** @param at pointer to the policy in the body; empty where it is the body */
        private void check(FieldReader fields, String at, LocalDate today) {
            if ((orderLimit == null) != (orderLimitAction == null)) {
                fields.fault(
                        at + (orderLimit == null ? "/orderLimit" : "/orderLimitAction"),
                        "is missing: a limit and what it does come together");
            }
            if (minOffersAction != null && minOffers == null) {
                fields.fault(at + "/minOffers", "is missing: say how many offers minOffersAction is about");
            }
            if (Boolean.TRUE.equals(approvalRequired) && approvers == null) {
                fields.fault(
                        at + "/approvers",
                        "is missing: where approval is required, say who approves up to which limit");
            }
            checkApprovers(fields, at + "/approvers");
            if (ownPolicyAttestation != null) {
                ownPolicyAttestation.check(fields, at + "/ownPolicyAttestation", today);
            }
        }

        /** Two limits of one person would leave it open which of them holds. */
        private void checkApprovers(FieldReader fields, String at) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; approvers != null && i < approvers.size(); i++) {
                NewOrderApprover approver = approvers.get(i);
                if (approver != null && approver.name() != null && !seen.add(Identifier.keyOf(approver.name()))) {
                    fields.fault(at + "/" + i + "/name", "is named before; letter case does not count");
                }
            }
        }
    }

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

            @Nullable LocalDate reviewOn) {
        private void check(FieldReader fields, String at, LocalDate today) {
            LocalDate attested = Objects.requireNonNullElse(attestedOn, today);
            if (attested.isAfter(today)) {
                fields.fault(at + "/attestedOn", "is in the future: today is " + today + " in California");
            } else if (reviewOn != null && reviewOn.isBefore(attested)) {
                fields.fault(at + "/reviewOn", reviewOn + " is before " + attested + ", the day of the attestation");
            }
        }
    }
}
