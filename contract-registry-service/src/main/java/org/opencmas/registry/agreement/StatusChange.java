package org.opencmas.registry.agreement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One change of an agreement's status, with its reason. Never changed once stored. */
@Entity
@Table(name = "agreement_status_change")
class StatusChange {
    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private AgreementStatus status;

    private LocalDate effectiveOn;
    private String reason;
    private Instant recordedAt;
    private String recordedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StatusChange() {}

    StatusChange(Key key, AgreementStatus status, LocalDate effectiveOn, String reason, Supplement.Recorded recorded) {
        this.key = key;
        this.status = status;
        this.effectiveOn = effectiveOn;
        this.reason = reason;
        this.recordedAt = recorded.at();
        this.recordedBy = recorded.by();
    }

    /** Which agreement, and which of its changes. */
    @Embeddable
    record Key(String cmasNumber, UUID id) {}

    AgreementStatus status() {
        return status;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    String reason() {
        return reason;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }
}
