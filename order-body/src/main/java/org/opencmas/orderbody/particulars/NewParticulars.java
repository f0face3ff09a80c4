package org.opencmas.orderbody.particulars;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an order says only of services, public works, a lease, a trade-in or payment in advance, as it is sent; see {@link Particulars}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewParticulars")
public record NewParticulars(
        @Nullable NewServices services,
        @Nullable NewPublicWorks publicWorks,
        @Nullable NewLease lease,

        @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewTradeIn> tradeIns,

        @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewAdvancePayment> advancePayments) {
    /** Most entries of each of its lists, inclusive. */
    public static final int MAX_ENTRIES = 100;

    /** Taken in part payment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewTradeIn")
    public record NewTradeIn(
            @Schema(required = true, maxLength = 400) @Nullable
            String description,

            @Schema(required = true) @Nullable String allowance) {}

    /** Of one line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewAdvancePayment")
    public record NewAdvancePayment(
            @Schema(required = true, maxLength = 40) @Nullable
            String lineId,

            @Schema(
                    required = true,
                    enumeration = {"SUBSCRIPTION", "WARRANTY", "GC_11019"})
            @Nullable
            String basis,

            @Schema(required = true, maxLength = 1000) @Nullable
            String provision,

            @Schema(maxLength = 200) @Nullable String decidedBy) {}

    /** On services. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewServices")
    public record NewServices(
            @Nullable NewRelation earlierOrders,

            @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewSubstitute> substitutes,

            @Schema(maxLength = 1000) @Nullable String networkSolution,
            @Nullable NewDesigner designer) {}

    /** To earlier consulting orders. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewRelationToEarlierOrders")
    public record NewRelation(
            @Schema(required = true) @Nullable Boolean endProduct,

            @Schema(required = true, maxLength = 2000) @Nullable
            String statement,

            @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable String> affiliates) {}

    /** In place of another. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewSubstitute")
    public record NewSubstitute(
            @Schema(required = true, maxLength = 200) @Nullable
            String role,

            @Schema(format = "date") @Nullable String reviewedOn,
            @Schema(maxLength = 200) @Nullable String reviewedBy,
            @Nullable Boolean meetsAgreement,
            @Nullable Boolean meetsRequest) {}

    /** Of a network's infrastructure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewNetworkDesigner")
    public record NewDesigner(
            @Schema(required = true, maxLength = 200) @Nullable
            String name,

            @Schema(required = true, maxLength = 100) @Nullable
            String registration,

            @Schema(
                    required = true,
                    enumeration = {"CONTRACTOR", "SUBCONTRACTOR"})
            @Nullable
            String employer,

            @Schema(format = "date") @Nullable String validThrough,
            @Schema(maxLength = 400) @Nullable String evidence) {}

    /** On public works. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewPublicWorks")
    public record NewPublicWorks(
            @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable String> workerClassifications,

            @Nullable NewWages wages,

            @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewLawChecked> lawsChecked,

            @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable NewLicense> licenses,

            @Schema(maxItems = MAX_ENTRIES) @Nullable List<@Nullable String> subcontractors,
            @Nullable NewBond bond) {}

    /** That prevail. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewPrevailingWages")
    public record NewWages(
            @Schema(maxLength = 2000) @Nullable String rates,
            @Schema(defaultValue = "false") @Nullable Boolean onFile) {}

    /** That was seen to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewLawChecked")
    public record NewLawChecked(
            @Schema(
                    required = true,
                    enumeration = {"LICENSING", "PREVAILING_WAGE", "BONDING", "LABOR_CODE"})
            @Nullable
            String duty,

            @Schema(required = true, format = "date") @Nullable
            String checkedOn,

            @Schema(required = true, maxLength = 200) @Nullable
            String checkedBy) {}

    /** Of a contractor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewContractorsLicense")
    public record NewLicense(
            @Schema(required = true, maxLength = 200) @Nullable
            String holder,

            @Schema(defaultValue = "false") @Nullable Boolean prime,

            @Schema(required = true, maxLength = 40) @Nullable
            String number,

            @Schema(required = true, maxLength = 100) @Nullable
            String classification,

            @Schema(required = true) @Nullable Boolean active,

            @Schema(required = true, format = "date") @Nullable
            String checkedOn,

            @Schema(format = "date") @Nullable String validThrough) {}

    /** For payment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewPaymentBond")
    public record NewBond(
            @Schema(required = true) @Nullable String sum,

            @Schema(required = true, maxLength = 100) @Nullable
            String form) {}

    /** Of equipment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewLease")
    public record NewLease(
            @Schema(
                    required = true,
                    enumeration = {"FEDERAL_LEASE_TO_OWN", "HARDWARE_RENTAL", "STATE_MARKETPLACE", "OTHER_FEDERAL"})
            @Nullable
            String plan,

            @Nullable String residualValue) {}
}
