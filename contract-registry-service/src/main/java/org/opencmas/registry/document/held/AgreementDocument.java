package org.opencmas.registry.document.held;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;

/** One document of an agreement's copy: held, or referenced by a link and the day it was there. Never changed once recorded. */
@Entity
public class AgreementDocument {
    @Id
    private UUID id;

    private String cmasNumber;

    @Enumerated(EnumType.STRING)
    private DocumentPart part;

    private int supplementNumber;
    private String title;

    @ManyToOne
    @JoinColumn(name = "sha256")
    private @Nullable StoredContent content;

    private @Nullable String link;
    private @Nullable LocalDate retrievedOn;
    private Instant recordedAt;
    private String recordedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AgreementDocument() {}

    private AgreementDocument(String cmasNumber, Place place, Instant recordedAt, String recordedBy) {
        this.id = TimeOrderedId.next();
        this.cmasNumber = cmasNumber;
        this.part = place.part();
        this.supplementNumber = place.supplementNumber();
        this.title = place.title();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /**
     * What a document is in its agreement's copy.
     *
     * @param supplementNumber the supplement it came with, 0 for the original; a document of {@code SUPPLEMENTS} has one above 0
     * @param title what a reader finds it by
     */
    public record Place(DocumentPart part, int supplementNumber, String title) {}

    /** @param retrievedOn the day on which somebody saw it there */
    public record Reference(String link, LocalDate retrievedOn) {}

    public static AgreementDocument held(
            String cmasNumber, Place place, StoredContent content, Instant recordedAt, String recordedBy) {
        var document = new AgreementDocument(cmasNumber, place, recordedAt, recordedBy);
        document.content = content;
        return document;
    }

    public static AgreementDocument referenced(
            String cmasNumber, Place place, Reference reference, Instant recordedAt, String recordedBy) {
        var document = new AgreementDocument(cmasNumber, place, recordedAt, recordedBy);
        document.link = reference.link();
        document.retrievedOn = reference.retrievedOn();
        return document;
    }

    public UUID id() {
        return id;
    }

    public String cmasNumber() {
        return cmasNumber;
    }

    public DocumentPart part() {
        return part;
    }

    public int supplementNumber() {
        return supplementNumber;
    }

    public String title() {
        return title;
    }

    @Nullable
    public StoredContent content() {
        return content;
    }

    @Nullable
    public String link() {
        return link;
    }

    @Nullable
    public LocalDate retrievedOn() {
        return retrievedOn;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    /** The name of its file in a copy: nothing of it was chosen by who sent it. */
    public String fileName() {
        StoredContent held = content;
        String supplement = supplementNumber == 0 ? "" : "-supplement-" + supplementNumber;
        return held == null
                ? part.slug() + supplement
                : part.slug() + supplement + "-" + held.sha256().substring(0, 12) + "."
                        + ContentType.extensionOf(held.mediaType());
    }
}
