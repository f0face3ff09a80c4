package org.opencmas.compliance.exemption.tree;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** All that a determination is made from, as it was recorded. */
public record ExemptionFacts(
        @Schema(description = "Whose rules bind the buyer.") AgencyClass agencyClass,

        @Schema(description = "Whether goods or services of information technology are bought.")
        boolean informationTechnology,

        @Schema(description = "What is bought, why and when.")
        Procurement procurement,

        @Nullable LpaSearch search,

        @Schema(description = "What named persons attested.")
        List<Attested> attestations) {

    /** What is bought. */
    public record Procurement(
            @Schema(description = "The goods or services.") String description,

            @Schema(description = "What the buyer needs them for.")
            String businessNeed,

            @Schema(description = "US dollars before tax and freight, as estimated.")
            Usd estimatedAmount,

            @Schema(description = "The day of the procurement; the determination holds for no other.")
            LocalDate procuredOn) {}

    /** The search for agreements whose use is mandatory. */
    public record LpaSearch(
            @Schema(description = "The day of the search.") LocalDate searchedOn,

            @Schema(description = "The person who searched.")
            String searchedBy,

            @Schema(description = "Where the person searched and for what.")
            String scope,

            @Schema(description = "The agreements found that cover the goods or services.")
            List<FoundAgreement> found) {}

    /**
     * A leveraged procurement agreement that covers the goods or services.
     *
     * @param mandatory null when its use is not mandatory: a property of the one agreement, never of its type
     */
    public record FoundAgreement(
            @Schema(description = "Its number, as printed.") String number,

            @Nullable MandatoryPeriod mandatory,

            @Schema(description = "Whether its products meet the business need; null when the buyer did not say.")
            @Nullable
            Boolean meetsNeed,

            @Schema(description = "The need that its products do not meet.") @Nullable
            String unmetNeed,

            @Schema(description = "Why the need cannot be met with its products.") @Nullable
            String justification,

            @Schema(
                    description =
                            "The further steps of DGS in its User Instructions; empty when they hold none, null when they were not read.")
            @Nullable
            List<String> userInstructionSteps) {

        /** Whether State departments must use it on that day, first and last day of its period included. */
        boolean isMandatoryOn(LocalDate day) {
            return mandatory != null
                    && !day.isBefore(mandatory.from())
                    && (mandatory.through() == null || !day.isAfter(mandatory.through()));
        }
    }

    /** The days on which the use of an agreement is mandatory. */
    public record MandatoryPeriod(
            @Schema(description = "First day, inclusive.") LocalDate from,

            @Nullable LocalDate through) {}

    /** What the Technology Letter asks of a procurement without a mandatory agreement, and only a person can judge. */
    public enum AttestedPoint {
        MEETS_BUSINESS_NEED("the procurement meets the business needs of the State entity"),
        COST_EFFECTIVE("the procurement is cost effective"),
        INCREASES_STATE_EFFICIENCY("the procurement increases State efficiency");

        private final String words;

        AttestedPoint(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A named person's word on one point. */
    public record Attested(
            @Schema(description = "What is attested.") AttestedPoint point,

            @Schema(description = "Whether the person says that it holds.")
            boolean holds,

            @Schema(description = "The person.") String attestedBy,

            @Schema(description = "The day of the attestation.")
            LocalDate attestedOn) {}
}
