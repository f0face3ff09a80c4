package org.opencmas.registry.leveragedprocurement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.opencmas.terms.Identifier;

/** A leveraged procurement agreement: its number, which never changes, and how many versions it has. */
@Entity
@Table(name = "leveraged_procurement_agreement")
class Lpa {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    private String number;
    private String numberKey;
    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Lpa() {}

    Lpa(UUID id, Identifier number, Instant recordedAt) {
        this.id = id;
        this.number = number.text();
        this.numberKey = Identifier.keyOf(number.text());
        this.recordedAt = recordedAt;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    /** Counts the versions; the entity tag. */
    long version() {
        return version;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
