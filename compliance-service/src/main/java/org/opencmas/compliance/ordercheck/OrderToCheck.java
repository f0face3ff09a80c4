package org.opencmas.compliance.ordercheck;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * The body of a check: the same as of an order that is placed, with {@code amends} when an amendment is to be checked.
 *
 * @param agencyId the buyer; the caller's own agency when left out
 * @param contractNumber what the agency writes there; the number or the word CMAS is printed when left out
 * @param draft is taken so that the body of an order can be sent as it is; it changes nothing here
 * @param subOrders groups as the agency makes them; grouped by CMAS in the order of the lines when left out
 */
@Schema(description = "An order as the agency would place it. Money is US dollars as a decimal string.")
record OrderToCheck(
        @Nullable UUID agencyId,
        @NotBlank @Size(max = 40) String agencyOrderNumber,
        @NotNull LocalDate orderDate,
        @NotNull UUID contractorId,
        @Nullable @Size(max = 100) String contractNumber,
        @Nullable @Size(max = 400) String orderToLocation,
        @Nullable PaymentMethod paymentMethod,

        @Nullable @Schema(implementation = String.class, examples = "126.88")
        Usd tax,

        @Nullable @Schema(implementation = String.class, examples = "0.00")
        Usd freight,

        @Nullable Boolean draft,
        @NotEmpty @Size(max = 2000) List<@NotNull @Valid Line> lines,
        @Nullable @Size(max = 100) List<@NotNull @Valid Sub> subOrders,
        @Nullable @Valid CertificationVerification certificationVerification,
        @Nullable @Size(max = 100) List<@NotNull @Valid SignedStatement> attestations,
        @Nullable @Valid Amends amends) {
    enum PaymentMethod {
        INVOICE,
        CAL_CARD
    }

    /**
     * One line.
     *
     * @param lineId the agency's own id of the line; findings name it
     * @param cmasNumber in any printing; a text that is no CMAS number, or none, is a finding
     * @param amount quantity times unit price, rounded half up to the cent; worked out when left out
     */
    record Line(
            @NotBlank @Size(max = 40) String lineId,

            @Nullable @Size(max = 100) @Schema(examples = "4-06-78-0031A")
            String cmasNumber,

            @Nullable Boolean nsp,
            @Nullable @Size(max = 100) String itemId,
            @NotBlank @Size(max = 1000) String description,
            @NotBlank @Size(max = 40) String unit,

            @NotNull
            @Positive
            @Digits(integer = 12, fraction = 6)
            @Schema(implementation = String.class, examples = "2")
            BigDecimal quantity,

            @NotNull @Schema(implementation = String.class, examples = "499.00")
            Usd unitPrice,

            @Nullable @Schema(implementation = String.class) Usd amount,
            @Nullable LineKind kind,
            @Nullable Boolean lumpSum,
            @Nullable Boolean publicWorks,
            @Nullable List<@NotBlank String> supportsLineIds,
            @Nullable @Size(max = 1000) String nspReason,
            @Nullable @Size(max = 400) String orderToLocation) {}

    /** A group as the agency declares it. */
    record Sub(
            @NotNull Integer subNumber,
            @NotNull @Schema(implementation = String.class) CmasNumber cmasNumber,
            @NotNull @Schema(implementation = String.class) Usd subtotalExcludingTax) {}

    /** That the contractor's certification was verified; kept with a placed order. */
    record CertificationVerification(
            @NotNull LocalDate verifiedOn,
            @NotBlank @Size(max = 200) String verifiedBy,
            @NotBlank @Size(max = 200) String method,
            @NotBlank @Size(max = 200) String result,
            @Nullable @Size(max = 100) String certificateNumber,
            @Nullable LocalDate validThrough) {}

    /** A named person's word for one rule. */
    record SignedStatement(
            @NotBlank @Size(max = 60) @Schema(description = "Id of the one rule it answers.")
            String rule,

            @NotBlank @Size(max = 2000) String statement,
            @NotBlank @Size(max = 200) String attestedBy,
            @NotNull LocalDate attestedOn,
            @Nullable @Size(max = 1000) String evidence) {
        Attestation attestation() {
            return new Attestation(rule, statement, attestedBy, attestedOn, evidence);
        }
    }

    /**
     * Makes the check one of an amendment: the body is then the amended whole.
     *
     * @param orderDate the date on the original order
     * @param amendmentNumber 1, 2, 3
     * @param unchangedLineIds lines that keep the prices of the order date; all others take those of the amendment date
     */
    record Amends(
            @NotNull LocalDate orderDate,
            @NotNull @Positive Integer amendmentNumber,
            @NotNull LocalDate amendmentDate,
            @Nullable List<@NotBlank String> unchangedLineIds) {}
}
