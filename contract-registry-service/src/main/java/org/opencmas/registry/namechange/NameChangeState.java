package org.opencmas.registry.namechange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands: the payload of {@code name-change.*} and the answer of the resource.
 *
 * @param state REQUESTED until it is decided; APPROVED until the agreements print the new name
 * @param legalChangeOn the day on which the name changed in law
 */
record NameChangeState(
        UUID caseId,
        UUID contractorId,
        NameChange.State state,
        String oldLegalName,
        String newLegalName,
        LocalDate legalChangeOn,
        List<Evidence> evidence,
        Instant requestedAt,
        String requestedBy,
        @Nullable String decisionReason,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable Instant completedAt,
        long version) {}
