package org.opencmas.registry.leveragedprocurement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The whole terms from a day on, until a later version's day. Never changed once stored. */
@Entity
class LpaVersion {
    @EmbeddedId
    private Key key;

    private LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private LpaTerms terms;

    private String words;
    private Instant recordedAt;
    private String recordedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected LpaVersion() {}

    LpaVersion(Key key, LocalDate effectiveOn, LpaTerms terms, String words, Recorded recorded) {
        this.key = key;
        this.effectiveOn = effectiveOn;
        this.terms = terms;
        this.words = words;
        this.recordedAt = recorded.at();
        this.recordedBy = recorded.by();
    }

    /** Which agreement, and which of its versions. */
    @Embeddable
    record Key(UUID lpaId, long version) {}

    /** When and by whom it was entered. */
    record Recorded(Instant at, String by) {}

    UUID lpaId() {
        return key.lpaId();
    }

    long version() {
        return key.version();
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    LpaTerms terms() {
        return terms;
    }

    String words() {
        return words;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }
}
