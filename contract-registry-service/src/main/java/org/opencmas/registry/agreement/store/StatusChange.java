package org.opencmas.registry.agreement.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opencmas.registry.agreement.terms.AgreementStatus;

/**
 * One change of an agreement's status, dated twice: since when it counts, and when the registry learned of it. Never changed once
 * stored; a later one corrects it.
 */
@Entity
@Table(name = "agreement_status_change")
public class StatusChange {
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
    public StatusChange(Key key, int changeNumber, StatusSince change, String reason, Supplement.Recorded recorded) {
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
    public record Key(String cmasNumber, UUID id) {}

    public StatusSince change() {
        return new StatusSince(status, effectiveOn);
    }

    public AgreementStatus status() {
        return status;
    }

    public boolean isRegistration() {
        return changeNumber == 0;
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    public String reason() {
        return reason;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
