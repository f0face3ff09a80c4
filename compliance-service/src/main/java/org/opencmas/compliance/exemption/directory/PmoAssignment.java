package org.opencmas.compliance.exemption.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a department's questions go from a day on. */
@Schema(name = "PmoAssignment", description = "To whom a department's questions on the Technology Letter go.")
public record PmoAssignment(
        @Schema(description = "Its id.") UUID assignmentId,
        @Schema(description = "The department.") UUID agencyId,

        @Schema(description = "The person's office.") PmoRole role,

        @Schema(description = "The person.") String person,

        @Schema(description = "How to reach the person.") String contact,

        @Schema(description = "First day on which it counts, until the next one of that office.")
        LocalDate validFrom,

        @Schema(description = "Where it is written.") String source,
        @Schema(description = "Who recorded it.") String recordedBy,
        @Schema(description = "When.") Instant recordedAt) {

    /** An assignment as it is told, before it is recorded. */
    record Told(UUID agencyId, PmoRole role, String person, String contact, LocalDate validFrom, String source) {
        PmoAssignment recorded(UUID id, String by, Instant at) {
            return new PmoAssignment(id, agencyId, role, person, contact, validFrom, source, by, at);
        }
    }

    /** The offices that the Technology Letter names (Questions). */
    @Schema(name = "PmoRole")
    public enum PmoRole {
        PRINCIPAL,
        MANAGER
    }
}
