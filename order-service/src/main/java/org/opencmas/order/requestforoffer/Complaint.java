package org.opencmas.order.requestforoffer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An informal complaint, which the ordering agency handles itself, for there is no formal protest (PRO-INFORMAL-COMPLAINT, Guide s2 p8).
 *
 * @param sharedWithDgs whether DGS and its reviewers see it
 * @param answers what the agency answered, oldest first
 */
@Schema(name = "InformalComplaint")
public record Complaint(
        UUID complaintId,
        Said said,
        boolean sharedWithDgs,
        Instant recordedAt,
        String recordedBy,
        List<ComplaintAnswer> answers) {
    public Complaint {
        answers = List.copyOf(answers);
    }

    /** @param about what was said, in the words of who complains or of who took it down */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InformalComplaintText")
    public record Said(String complainant, String about, LocalDate receivedOn) {}

    @Schema(name = "InformalComplaintAnswer")
    public record ComplaintAnswer(UUID answerId, Answered answered, Instant recordedAt, String recordedBy) {}

    @Schema(name = "InformalComplaintAnswerText")
    public record Answered(String answer, LocalDate answeredOn, String answeredBy) {}
}
