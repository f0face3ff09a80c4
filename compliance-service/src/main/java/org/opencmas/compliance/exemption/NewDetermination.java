package org.opencmas.compliance.exemption;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The body that asks for a determination. */
@Schema(description = "A procurement of which is to be determined whether it needs an exemption.")
record NewDetermination(
        @Schema(format = "uuid", description = "The buying agency; the token's own when absent. A reviewer names one.")
        @Nullable
        String agencyId,

        @Schema(
                required = true,
                enumeration = {"STATE", "LOCAL"},
                description = "Whose rules bind the buyer; refused when the agency is known to be of the other class.")
        @Nullable
        String agencyClass,

        @Schema(required = true, description = "Whether goods or services of information technology are bought.")
        @Nullable
        Boolean informationTechnology,

        @Schema(required = true) @Nullable NewProcurement procurement,

        @Nullable NewSearch search,

        @Schema(
                maxItems = 3,
                description = "Each of the three points at most once. One that is missing or denied makes the outcome"
                        + " REFER_TO_PMO where no mandatory agreement exists.")
        @Nullable
        List<@Nullable NewAttested> attestations)
        implements CheckedBody {

    /** What is bought. */
    record NewProcurement(
            @Schema(required = true, maxLength = 1000, description = "The goods or services.") @Nullable
            String description,

            @Schema(required = true, maxLength = 2000, description = "What the buyer needs them for.") @Nullable
            String businessNeed,

            @Schema(
                    required = true,
                    examples = "48000.00",
                    description = "US dollars before tax and freight, as estimated; a decimal string.")
            @Nullable
            String estimatedAmount,

            @Schema(
                    required = true,
                    format = "date",
                    description = "The day of the procurement in California; not in the future.")
            @Nullable
            String procuredOn) {}

    /** The search for mandatory agreements. */
    record NewSearch(
            @Schema(
                    required = true,
                    format = "date",
                    description = "The day of the search in California; not in the future.")
            @Nullable
            String searchedOn,

            @Schema(required = true, maxLength = 200, description = "The person who searched.") @Nullable
            String searchedBy,

            @Schema(required = true, maxLength = 2000, description = "Where the person searched and for what.")
            @Nullable
            String scope,

            @Schema(
                    required = true,
                    maxItems = DeterminationReading.MAX_AGREEMENTS,
                    description =
                            "The agreements found that cover the goods or services, mandatory or not; an empty list when there are none.")
            @Nullable
            List<@Nullable NewFoundAgreement> found) {}

    /** An agreement that the search found. */
    record NewFoundAgreement(
            @Schema(required = true, maxLength = 60, description = "Its number, as printed; each number once.")
            @Nullable
            String number,

            @Schema(
                    required = true,
                    description =
                            "Whether State departments must use it on the day of the procurement. A property of the one"
                                    + " agreement, never of its type.")
            @Nullable
            Boolean mandatory,

            @Schema(
                    format = "date",
                    description =
                            "First day of its mandatory use, inclusive. Required where it is mandatory, and only there.")
            @Nullable
            String mandatoryFrom,

            @Schema(
                    format = "date",
                    description =
                            "Last day of its mandatory use, inclusive; absent when none is known. Only where it is mandatory.")
            @Nullable
            String mandatoryThrough,

            @Schema(description = "Whether its products meet the business need. Required where it is mandatory.")
            @Nullable
            Boolean meetsNeed,

            @Schema(
                    maxLength = 2000,
                    description =
                            "The need that its products do not meet. Required where a mandatory one does not meet it.")
            @Nullable
            String unmetNeed,

            @Schema(
                    maxLength = 4000,
                    description =
                            "Why the need cannot be met with its products. Required where a mandatory one does not meet it.")
            @Nullable
            String justification,

            @Schema(
                    maxItems = DeterminationReading.MAX_STEPS,
                    description =
                            "The further steps of DGS in its User Instructions, each of at most 1,000 characters; empty when they"
                                    + " hold none, absent when they were not read.")
            @Nullable
            List<@Nullable String> userInstructionSteps) {}

    /** A named person's word on one point. */
    record NewAttested(
            @Schema(
                    required = true,
                    enumeration = {"MEETS_BUSINESS_NEED", "COST_EFFECTIVE", "INCREASES_STATE_EFFICIENCY"},
                    description = "What is attested.")
            @Nullable
            String point,

            @Schema(required = true, description = "Whether the person says that it holds.") @Nullable
            Boolean holds,

            @Schema(required = true, maxLength = 200, description = "The person.") @Nullable
            String attestedBy,

            @Schema(
                    required = true,
                    format = "date",
                    description = "The day of the attestation in California; not in the future.")
            @Nullable
            String attestedOn) {}

    @Override
    public void check(FieldReader fields, LocalDate today) {
        if (agencyId != null) {
            fields.id("/agencyId", agencyId);
        }
        DeterminationReading.facts(this, today, fields);
    }
}
