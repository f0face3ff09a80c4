package org.opencmas.registry.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Bytes that are held, known by their SHA-256. Written by {@link ContentStore}. */
@Entity
@Table(name = "document_content")
class StoredContent {
    @Id
    private String sha256;

    private UUID contentId;
    private String mediaType;
    private long byteCount;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredContent() {}

    String sha256() {
        return sha256;
    }

    UUID contentId() {
        return contentId;
    }

    String mediaType() {
        return mediaType;
    }

    long byteCount() {
        return byteCount;
    }
}
