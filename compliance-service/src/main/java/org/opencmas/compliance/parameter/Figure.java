package org.opencmas.compliance.parameter;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.problem.Conflict;

/** One dated value of a parameter. It is proposed by one person and counts once another has activated it. */
@Entity
@Table(name = "parameter")
class Figure {
    @Id
    private UUID parameterId;

    @Enumerated(EnumType.STRING)
    private ParameterName name;

    private BigDecimal value;
    private LocalDate validFrom;
    private String source;
    private String confidence;
    private String proposedBy;
    private Instant proposedAt;
    private @Nullable String activatedBy;
    private @Nullable Instant activatedAt;

    /** For the persistence provider only. */
    @SuppressWarnings("NullAway.Init")
    protected Figure() {}

    Figure(
            UUID parameterId,
            ParameterName name,
            BigDecimal value,
            LocalDate validFrom,
            String source,
            String confidence,
            String proposedBy,
            Instant proposedAt) {
        this.parameterId = parameterId;
        this.name = name;
        this.value = value;
        this.validFrom = validFrom;
        this.source = source;
        this.confidence = confidence;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    /**
     * @throws Conflict when it is active already, or by the person who proposed it, or when no figure of its unit can have the value, which
     *     was not asked of what the first release let propose
     */
    void activate(String by, Instant at) {
        if (activatedBy != null) {
            throw new Conflict("parameter-active", "The figure was activated already.");
        }
        if (by.equals(proposedBy)) {
            throw new Conflict("second-person-needed", "A figure is activated by another person than proposed it.");
        }
        if (!name.unit().takes(value)) {
            throw new Conflict(
                    "parameter-impossible",
                    "The value must be " + name.unit().words() + " for " + name + ". Propose another figure.");
        }
        activatedBy = by;
        activatedAt = at;
    }

    UUID parameterId() {
        return parameterId;
    }

    ParameterName name() {
        return name;
    }

    BigDecimal value() {
        return value;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    String source() {
        return source;
    }

    String confidence() {
        return confidence;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    String activatedBy() {
        return activatedBy;
    }

    @Nullable
    Instant activatedAt() {
        return activatedAt;
    }
}
