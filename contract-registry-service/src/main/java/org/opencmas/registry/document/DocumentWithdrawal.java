package org.opencmas.registry.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.opencmas.registry.document.held.AgreementDocument;

/** That a document is no part of its agreement's copy any more, and why. Final; the right document is recorded beside it. */
@Entity
class DocumentWithdrawal {
    @Id
    private UUID documentId;

    private String cmasNumber;
    private String reason;
    private Instant withdrawnAt;
    private String withdrawnBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected DocumentWithdrawal() {}

    DocumentWithdrawal(AgreementDocument document, String reason, Instant withdrawnAt, String withdrawnBy) {
        this.documentId = document.id();
        this.cmasNumber = document.cmasNumber();
        this.reason = reason;
        this.withdrawnAt = withdrawnAt;
        this.withdrawnBy = withdrawnBy;
    }

    UUID documentId() {
        return documentId;
    }

    String reason() {
        return reason;
    }

    Instant withdrawnAt() {
        return withdrawnAt;
    }

    String withdrawnBy() {
        return withdrawnBy;
    }
}
