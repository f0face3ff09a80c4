package org.opencmas.order.requestforoffer.acts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.requestforoffer.RequestContent;
import org.opencmas.order.requestforoffer.RequestContent.Clauses;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** What a request for offer is to say, as it is sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewRequestForOffer")
record NewRequestForOffer(
        @Schema(required = true, maxLength = MAX_REFERENCE) @Nullable
        String reference,

        @Schema(required = true, maxLength = 200) @Nullable String title,

        @Schema(required = true, maxLength = MAX_TEXT) @Nullable
        String needs,

        @Schema(maxLength = MAX_TEXT) @Nullable String statementOfWork,
        @Schema(defaultValue = "false") @Nullable Boolean services,
        @Schema(defaultValue = "false") @Nullable Boolean simpleProduct,
        @Schema(format = "date-time") @Nullable String offersDueAt,
        @Nullable NewRequestClauses clauses)
        implements CheckedBody {
    static final int MAX_REFERENCE = 100;
    static final int MAX_TEXT = 100_000;

    /** Clauses as they are sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewRequestClauses")
    record NewRequestClauses(
            @Schema(maxLength = 10_000) @Nullable String liquidatedDamages,
            @Schema(maxLength = 10_000) @Nullable String acceptanceTesting) {}

    @Override
    public void check(FieldReader fields, LocalDate today) {
        reference(fields);
        content(fields);
    }

    String reference(FieldReader fields) {
        return fields.identifier("/reference", reference, MAX_REFERENCE);
    }

    /** What is read; of no use when the fields hold a fault. */
    RequestContent content(FieldReader fields) {
        boolean forServices = Boolean.TRUE.equals(services);
        if (forServices && Boolean.TRUE.equals(simpleProduct)) {
            fields.fault("/simpleProduct", "is true, but the request asks for services", "Leave out one of both.");
        }
        return new RequestContent(
                fields.text("/title", title, 200),
                fields.text("/needs", needs, MAX_TEXT),
                fields.optionalText("/statementOfWork", statementOfWork, MAX_TEXT),
                forServices,
                Boolean.TRUE.equals(simpleProduct),
                offersDueAt == null
                        ? null
                        : Moments.read(fields, "/offersDueAt", offersDueAt).orElse(null),
                clauses == null
                        ? new Clauses(null, null)
                        : new Clauses(
                                fields.optionalText("/clauses/liquidatedDamages", clauses.liquidatedDamages(), 10_000),
                                fields.optionalText(
                                        "/clauses/acceptanceTesting", clauses.acceptanceTesting(), 10_000)));
    }
}
