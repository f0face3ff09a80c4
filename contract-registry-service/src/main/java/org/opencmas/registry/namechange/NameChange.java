package org.opencmas.registry.namechange;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;

/** One case: REQUESTED, then APPROVED or REFUSED by another person, and COMPLETED once the agreements print the new name. */
@Entity
class NameChange {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    private UUID contractorId;
    private String oldLegalName;
    private String newLegalName;
    private LocalDate legalChangeOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Evidence> evidence;

    private Instant requestedAt;
    private String requestedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    private @Nullable String decisionReason;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant completedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected NameChange() {}

    NameChange(UUID contractorId, String oldLegalName, Request request, Instant requestedAt, String requestedBy) {
        this.id = TimeOrderedId.next();
        this.contractorId = contractorId;
        this.oldLegalName = oldLegalName;
        this.newLegalName = request.newLegalName();
        this.legalChangeOn = request.legalChangeOn();
        this.evidence = new ArrayList<>(request.evidence());
        this.requestedAt = requestedAt;
        this.requestedBy = requestedBy;
    }

    /** What is asked for. */
    record Request(String newLegalName, LocalDate legalChangeOn, List<Evidence> evidence) {}

    /** What the Department says. */
    @Schema(name = "NameChangeDecision")
    enum Decision {
        APPROVED,
        REFUSED
    }

    /** How far a case is. */
    @Schema(name = "NameChangeCaseState")
    enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        COMPLETED
    }

    State state() {
        if (decision == null) {
            return State.REQUESTED;
        }
        if (decision == Decision.REFUSED) {
            return State.REFUSED;
        }
        return completedAt == null ? State.APPROVED : State.COMPLETED;
    }

    /**
     * @throws Conflict (409, name-change-decided) when it is decided; (409, second-person-needed) by whoever asked for it
     */
    void decide(Decision made, String reason, Instant at, String by) {
        if (decision != null) {
            throw new Conflict("name-change-decided", "The case is " + state() + " already.", Map.of("state", state()));
        }
        if (by.equals(requestedBy)) {
            throw new Conflict("second-person-needed", "Whoever asked for the name change does not decide on it.");
        }
        decision = made;
        decisionReason = reason;
        decidedAt = at;
        decidedBy = by;
    }

    /** @throws Conflict (409, name-change-not-approved) in any other state than APPROVED */
    void complete(Instant at) {
        requireApproved();
        completedAt = at;
    }

    void requireApproved() {
        if (state() != State.APPROVED) {
            throw new Conflict(
                    "name-change-not-approved",
                    "The case is " + state() + "; agreements print a new name once it is APPROVED.",
                    Map.of("state", state()));
        }
    }

    UUID contractorId() {
        return contractorId;
    }

    String newLegalName() {
        return newLegalName;
    }

    LocalDate legalChangeOn() {
        return legalChangeOn;
    }

    long version() {
        return version;
    }

    NameChangeState toldState() {
        return new NameChangeState(
                id,
                contractorId,
                state(),
                oldLegalName,
                newLegalName,
                legalChangeOn,
                List.copyOf(evidence),
                requestedAt,
                requestedBy,
                decisionReason,
                decidedAt,
                decidedBy,
                completedAt,
                version);
    }
}
