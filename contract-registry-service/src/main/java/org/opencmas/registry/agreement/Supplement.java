package org.opencmas.registry.agreement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The whole terms of an agreement as its original (number 0) or a supplement leaves them, dated twice: when they take
 * effect, and when the registry learned of them (CON-SUPPLEMENT). Never changed once stored.
 */
@Entity
@Table(name = "agreement_supplement")
class Supplement {
    @EmbeddedId
    private Key key;

    private LocalDate effectiveOn;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable String changeNote;

    @Embedded
    private Terms terms;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Supplement() {}

    Supplement(Key key, LocalDate effectiveOn, Terms terms, @Nullable String changeNote, Recorded recorded) {
        this.key = key;
        this.effectiveOn = effectiveOn;
        this.terms = terms;
        this.changeNote = changeNote;
        this.recordedAt = recorded.at();
        this.recordedBy = recorded.by();
    }

    /** Which agreement, and which of its supplements; 0 is the original. */
    @Embeddable
    record Key(String cmasNumber, int supplementNumber) {}

    /** When and by whom something was entered. */
    record Recorded(Instant at, String by) {}

    int number() {
        return key.supplementNumber();
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    @Nullable
    String changeNote() {
        return changeNote;
    }

    Terms terms() {
        return terms;
    }
}
