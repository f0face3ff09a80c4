package org.opencmas.registry.document.held;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Bytes that are held, known by their SHA-256. Written by {@link ContentStore}. */
@Entity
@Table(name = "document_content")
public class StoredContent {
    @Id
    private String sha256;

    private UUID contentId;
    private String mediaType;
    private long byteCount;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredContent() {}

    public String sha256() {
        return sha256;
    }

    public UUID contentId() {
        return contentId;
    }

    public String mediaType() {
        return mediaType;
    }

    public long byteCount() {
        return byteCount;
    }
}
