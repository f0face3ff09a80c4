package org.opencmas.registry.program;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;

/** One thing that users of the program are told, as someone recorded it: never changed, only recorded again under its name. */
@Entity
class ProgramFact {
    /** What a fact is about. */
    @Schema(name = "ProgramFactTopic")
    enum Topic {
        CONTACT,
        LINK,
        HELP_NUMBER,
        NOTICE
    }

    /**
     * What can differ from one recording to the next.
     *
     * @param source the document that says so, or who was asked
     * @param statedOn the day for which the source says it
     * @param lastCheckedOn the day on which someone saw that it holds
     */
    record Statement(
            String value,
            String source,
            LocalDate statedOn,
            @Nullable LocalDate lastCheckedOn) {}

    @Id
    private UUID id;

    private String name;
    private int place;

    @Enumerated(EnumType.STRING)
    private Topic topic;

    private String requirement;
    private String title;
    private String value;
    private String source;
    private LocalDate statedOn;

    @Nullable
    private LocalDate lastCheckedOn;

    private String recordedBy;
    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ProgramFact() {}

    /** The same fact as it is from now on. */
    ProgramFact recordedAgain(Statement statement, String by, Instant at) {
        var next = new ProgramFact();
        next.id = TimeOrderedId.next();
        next.name = name;
        next.place = place;
        next.topic = topic;
        next.requirement = requirement;
        next.title = title;
        next.value = statement.value();
        next.source = statement.source();
        next.statedOn = statement.statedOn();
        next.lastCheckedOn = statement.lastCheckedOn();
        next.recordedBy = by;
        next.recordedAt = at;
        return next;
    }

    Statement statement() {
        return new Statement(value, source, statedOn, lastCheckedOn);
    }

    String name() {
        return name;
    }

    Topic topic() {
        return topic;
    }

    String requirement() {
        return requirement;
    }

    String title() {
        return title;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
