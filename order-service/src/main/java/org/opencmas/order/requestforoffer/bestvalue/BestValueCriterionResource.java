package org.opencmas.order.requestforoffer.bestvalue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.order.requestforoffer.SampleCriterion;

/** The sample criteria of best value. */
@Path("/v1/best-value-criteria")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Best value", description = "How an agency determines which offer is best value.")
@PermitAll
class BestValueCriterionResource {
    /** @param source where the samples stand */
    @Schema(name = "BestValueCriteria")
    record Criteria(List<Criterion> criteria, String source) {}

    @Schema(name = "BestValueCriterion")
    record Criterion(SampleCriterion sample, String words) {}

    @GET
    @Operation(operationId = "listBestValueCriteria", summary = "List the Guide's twelve sample criteria")
    public Criteria list() {
        return new Criteria(
                Arrays.stream(SampleCriterion.values())
                        .map(sample -> new Criterion(sample, sample.words()))
                        .toList(),
                SampleCriterion.SOURCE);
    }
}
