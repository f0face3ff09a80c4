package org.opencmas.order.preview;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Amounts;
import org.opencmas.order.purchaseorder.history.Finding;
import org.opencmas.order.purchaseorder.intake.AmendmentCheck;
import org.opencmas.order.purchaseorder.plausibility.Doubt;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * What an amendment would do.
 *
 * @param changes what it changes, by what it means
 * @param document the amended whole, as it would be stored
 * @param events what would be published, in this order
 * @param judged what the rule book finds on the amended whole, and what it found on the version in force
 * @param check the body for compliance's {@code POST /v1/order-checks}, which judges the amended whole without storing anything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AmendmentPreview")
public record AmendmentPreview(
        @JsonUnwrapped Names names,
        List<SemanticChange> changes,
        @JsonUnwrapped Effects effects,
        OrderDocument document,
        List<PlannedEvent> events,
        @JsonUnwrapped Judged judged,
        AmendmentCheck check) {

    /**
     * What the rules find. Compliance is asked where the caller prefers to wait for it ({@code Prefer: wait=N}).
     *
     * @param decision what would be decided on the amended whole; null where it was not asked or did not answer in time
     * @param findings on the amended whole, those that somebody has to look at; null likewise
     * @param findingsInForce on the version in force, as it was decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Judged(
            Decision.@Nullable Outcome decision, @Nullable List<Finding> findings, List<Finding> findingsInForce) {}

    /**
     * Which amendment it is.
     *
     * @param state in which it would be: a draft, or sent for its decision
     * @param previewToken for the header Preview-Token of the amendment, which then does exactly this or nothing
     * @param tokenBindsDecision whether this includes how the rules judge it: it was judged for the preview, and is sent when it is made
     */
    public record Names(
            UUID orderId,
            int amendmentNumber,
            int documentVersion,
            OrderState state,
            String previewToken,
            boolean tokenBindsDecision) {}

    /**
     * What follows from it in money.
     *
     * @param difference of the total, with tax and freight
     * @param agreements each agreement of either version
     * @param fee null for a State department, whose fee the contractor does not pay
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Effects(
            Amounts before,
            Amounts after,
            Usd difference,
            List<AgreementEffect> agreements,
            @Nullable FeeEffect fee,
            List<LimitLeft> limits,
            @JsonUnwrapped Duties duties) {}

    /**
     * What has to be seen to beside it.
     *
     * @param contractorAgreement what of it binds the contractor only once it accepts the order again
     * @param agreementBeforeSending what of it puts more on the contractor than it accepted, so that the amendment is sent only with its agreement
     * @param doubts what is hardly meant in the amended whole
     */
    public record Duties(
            Securities securities,
            List<String> contractorAgreement,
            List<IncreasedRisk> agreementBeforeSending,
            List<Doubt> doubts) {}

    /**
     * More than the contractor accepted.
     *
     * @param pointer to it in the amended order
     */
    @Schema(name = "IncreasedRisk")
    public record IncreasedRisk(String pointer, String message) {}

    /**
     * What one agreement gains or loses, before tax and freight.
     *
     * @param subNumber Sub #1, 2, 3
     */
    @Schema(name = "AgreementEffect")
    public record AgreementEffect(int subNumber, CmasNumber cmasNumber, Usd before, Usd after, Usd difference) {}

    /**
     * What the amendment does to the incentive fee that the contractor owes (FEE-AMENDMENTS).
     *
     * @param base change of the worth that the fee is taken of
     * @param rate of the Guide; the ledger posts by the rate in force
     * @param difference of the fee of the whole order by that rate, half up to the cent; 0.00 where it is waived
     * @param waived whether the contractor is known to have been a certified small business on the order's date (FEE-SB-WAIVER)
     */
    @Schema(name = "FeeEffect")
    public record FeeEffect(
            Usd base,

            @Schema(type = SchemaType.STRING) @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal rate,

            Usd difference,
            boolean waived) {}

    /**
     * How much room a limit leaves.
     *
     * @param limit AGENCY_ORDER_LIMIT, or APPROVER with the name
     * @param left negative above the limit
     * @param blocks whether an amendment above it is stopped
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LimitLeft")
    public record LimitLeft(String limit, @Nullable String approver, Usd amount, Usd left, boolean blocks) {}

    /**
     * Bonds and what is withheld of progress payments, by the amended order.
     *
     * @param bondNeeded the least performance bond (PP-GOODS-SPECIAL)
     * @param bondMissing what the performance bonds on record lack of it
     * @param paymentBondNeeded the least payment bond of public works (PW-BOND-AMOUNT): the whole order before tax and freight
     * @param paymentBondMissing what the payment bonds on record lack of it
     * @param withholdNeeded what has to stay withheld of the price until final acceptance
     * @param withholdMissing what is withheld too little of what was earned so far
     */
    @Schema(name = "SecuritiesNeeded")
    public record Securities(
            Usd bondNeeded,
            Usd bondsOnRecord,
            Usd bondMissing,
            Usd paymentBondNeeded,
            Usd paymentBondsOnRecord,
            Usd paymentBondMissing,
            Usd withholdNeeded,
            Usd withheld,
            Usd withholdMissing) {}

    /**
     * An event that would be published.
     *
     * @param sentWhen AT_ONCE, or WHEN_NOTHING_BLOCKS and WHEN_SOMETHING_BLOCKS for what follows from the decision
     * @param aggregateVersion the order's version that it would bear
     */
    @Schema(name = "PlannedEvent")
    public record PlannedEvent(
            String type,

            @Schema(enumeration = {"AT_ONCE", "WHEN_NOTHING_BLOCKS", "WHEN_SOMETHING_BLOCKS"})
            String sentWhen,

            long aggregateVersion) {}
}
