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

/**
 * One change of an agreement's status, dated twice: since when it counts, and when the registry learned of it. Never changed once
 * stored; a later one corrects it.
 */
@Entity
@Table(name = "agreement_status_change")
class StatusChange {
    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private AgreementStatus status;

    private int changeNumber;
    private LocalDate effectiveOn;
    private String reason;
    private Instant recordedAt;
    private String recordedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StatusChange() {}

    /** @param changeNumber in the order of recording; 0 is the status of the registration */
    StatusChange(Key key, int changeNumber, StatusSince change, String reason, Supplement.Recorded recorded) {
        this.key = key;
        this.changeNumber = changeNumber;
        this.status = change.status();
        this.effectiveOn = change.effectiveOn();
        this.reason = reason;
        this.recordedAt = recorded.at();
        this.recordedBy = recorded.by();
    }

    /** Which agreement, and which of its changes. */
    @Embeddable
    record Key(String cmasNumber, UUID id) {}

    StatusSince change() {
        return new StatusSince(status, effectiveOn);
    }

    AgreementStatus status() {
        return status;
    }

    boolean isRegistration() {
        return changeNumber == 0;
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
