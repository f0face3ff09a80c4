package org.opencmas.registry.productcode;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** A code and the words that stand for it. */
@Entity
class ProductCode {
    @Id
    private String code;

    private String title;

    @Version
    private long version = 1;

    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ProductCode() {}

    ProductCode(String code, String title, Instant recordedAt) {
        this.code = code;
        this.title = title;
        this.recordedAt = recordedAt;
    }

    void entitle(String title, Instant at) {
        if (!this.title.equals(title)) {
            this.title = title;
            this.recordedAt = at;
        }
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
