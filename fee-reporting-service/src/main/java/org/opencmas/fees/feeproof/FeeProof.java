package org.opencmas.fees.feeproof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.FeeRate;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * What a report's fee follows from.
 *
 * @param format tells versions of this form apart
 * @param receiptNumber null while the report is not filed
 * @param rates all that count, earliest first, each with its source
 * @param certificates all of the contractor
 * @param orders every order with an amount in the report, with all its versions and all that was posted for it
 * @param ledger what the ledger had of the report then, by which an order that is left out shows; absent in proofs from before it was
 *     told
 * @param declared what the report has of orders that contractors declared and that no agency's order answered then, by order date; absent
 *     where it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeeProof(
        String format,
        CmasNumber cmasNumber,
        CalendarQuarter quarter,
        @Nullable String receiptNumber,
        List<ProvenRate> rates,
        List<ProvenCertificate> certificates,
        List<Order> orders,
        List<Line> lines,
        Totals totals,
        @Nullable Extent ledger,
        @Nullable List<Declared> declared) {
    /** The form that the verifier knows. */
    public static final String FORMAT = "cmas-fee-proof/1";

    public FeeProof {
        rates = List.copyOf(rates);
        certificates = List.copyOf(certificates);
        orders = List.copyOf(orders);
        lines = List.copyOf(lines);
        declared = declared == null ? null : List.copyOf(declared);
    }

    /** A rate, from that order date until the next one begins. */
    public record ProvenRate(LocalDate firstOrderDate, Rate rate, String source, Confidence confidence) {
        public static ProvenRate of(FeeRate rate) {
            return new ProvenRate(rate.firstOrderDate(), rate.rate(), rate.source(), rate.confidence());
        }
    }

    /** A certificate; both end days count. */
    public record ProvenCertificate(
            CertificationType type, String number, LocalDate validFrom, LocalDate validThrough) {
        public static ProvenCertificate of(Certificate certificate) {
            return new ProvenCertificate(
                    certificate.type(), certificate.number(), certificate.validFrom(), certificate.validThrough());
        }
    }

    /** An order under the agreement. */
    @Schema(name = "ProvenOrder")
    public record Order(
            UUID orderId,
            String purchaseOrderNumber,
            AgencyType agencyType,
            LocalDate orderDate,
            List<Version> versions,
            List<Posted> posted) {
        public Order {
            versions = List.copyOf(versions);
            posted = List.copyOf(posted);
        }
    }

    /** What the order came to under the agreement from that day on, before tax and freight. */
    @Schema(name = "ProvenVersion")
    public record Version(int documentVersion, Cause cause, int amendmentNumber, LocalDate effectiveOn, Usd subtotal) {
        public static Version of(OrderChange change, CmasNumber agreement) {
            return new Version(
                    change.documentVersion(),
                    change.cause(),
                    change.amendmentNumber(),
                    change.effectiveOn(),
                    change.subtotal(agreement));
        }
    }

    /**
     * How much the ledger has of the report.
     *
     * @param postings how many postings stand in the report's quarter
     * @param journalPosition the position of the journal up to which they are told, each as an event {@code fee.posted.v1}
     * @param journalHash the hash there, which covers all events before it
     */
    @Schema(name = "ProvenExtent")
    public record Extent(long postings, long journalPosition, String journalHash) {}

    /**
     * What was posted for a version of the order, in all quarters.
     *
     * @param postings how many postings it is the sum of; null in proofs from before it was told
     */
    @Schema(name = "ProvenPosting")
    public record Posted(
            CalendarQuarter quarter,
            CalendarQuarter belongsToQuarter,
            int documentVersion,
            Cause cause,
            Rate rate,
            Treatment treatment,
            Usd base,
            Usd fee,
            Usd feeWaived,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long postings) {}

    /** A line of the report. */
    @Schema(name = "ProvenLine")
    public record Line(
            UUID orderId,
            int documentVersion,
            Cause cause,
            CalendarQuarter belongsToQuarter,
            Rate rate,
            Treatment treatment,
            Usd total,
            Usd fee,
            Usd feeWaived) {}

    /** Postings for declared orders of one day, signed. */
    @Schema(name = "ProvenDeclared")
    public record Declared(
            LocalDate orderDate, Rate rate, Treatment treatment, int postings, Usd base, Usd fee, Usd feeWaived) {}

    /**
     * The totals of the report.
     *
     * @param feeExact of the lines
     * @param feeDeclared of declared orders, exact; absent where the report has none
     */
    @Schema(name = "ProvenTotals")
    public record Totals(
            int lineCount,
            Usd totalExcludingTaxAndFreight,
            Usd salesWaived,
            Usd feeWaived,
            Usd feeExact,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Usd feeDeclared,

            Usd feeRounded,
            Usd creditAvailable,
            Usd creditUsed,
            Usd feeDue,
            Usd creditCarriedForward) {}

    /** The proof with its digest: the bytes from here on are never written in another way. */
    public Sealed sealed(ObjectMapper json) {
        try {
            String body = json.writeValueAsString(this);
            String sha256 = DigestUtils.sha256Hex(body);
            return new Sealed("{\"proof\":" + body + ",\"sha256\":\"" + sha256 + "\"}", sha256);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proof is always JSON", e);
        }
    }

    /** @param sha256 of the proof within the document */
    public record Sealed(String document, String sha256) {}
}
