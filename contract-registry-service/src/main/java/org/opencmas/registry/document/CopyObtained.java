package org.opencmas.registry.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.opencmas.journal.TimeOrderedId;

/** Which version of an agreement's copy an agency got, and when: what it can later say it looked at (CON-COPY-OBTAINED). */
@Entity
class CopyObtained {
    @Id
    private UUID id;

    private String cmasNumber;
    private UUID agencyId;
    private int supplementNumber;
    private String manifestSha256;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> missingParts;

    private Instant obtainedAt;
    private String obtainedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected CopyObtained() {}

    CopyObtained(String cmasNumber, UUID agencyId, AgreementCopy copy, Instant obtainedAt, String obtainedBy) {
        this.id = TimeOrderedId.next();
        this.cmasNumber = cmasNumber;
        this.agencyId = agencyId;
        this.supplementNumber = copy.supplementInForce();
        this.manifestSha256 = copy.manifestSha256();
        this.missingParts = copy.completeness().missing();
        this.obtainedAt = obtainedAt;
        this.obtainedBy = obtainedBy;
    }

    UUID id() {
        return id;
    }

    String cmasNumber() {
        return cmasNumber;
    }

    UUID agencyId() {
        return agencyId;
    }

    int supplementNumber() {
        return supplementNumber;
    }

    String manifestSha256() {
        return manifestSha256;
    }

    List<String> missingParts() {
        return missingParts;
    }

    Instant obtainedAt() {
        return obtainedAt;
    }

    String obtainedBy() {
        return obtainedBy;
    }
}
