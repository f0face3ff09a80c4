package org.opencmas.registry.agreement.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.agreement.terms.Terms;

/**
 * The whole terms of an agreement as its original (number 0) or a supplement leaves them, dated twice: when they take
 * effect, and when the registry learned of them (CON-SUPPLEMENT). Never changed once stored.
 */
@Entity
@Table(name = "agreement_supplement")
public class Supplement {
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

    public Supplement(Key key, LocalDate effectiveOn, Terms terms, @Nullable String changeNote, Recorded recorded) {
        this.key = key;
        this.effectiveOn = effectiveOn;
        this.terms = terms;
        this.changeNote = changeNote;
        this.recordedAt = recorded.at();
        this.recordedBy = recorded.by();
    }

    /** Which agreement, and which of its supplements; 0 is the original. */
    @Embeddable
    public record Key(String cmasNumber, int supplementNumber) {}

    /** When and by whom something was entered. */
    public record Recorded(Instant at, String by) {}

    public int number() {
        return key.supplementNumber();
    }

    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    @Nullable
    public String changeNote() {
        return changeNote;
    }

    public Terms terms() {
        return terms;
    }
}
