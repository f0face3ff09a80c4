package org.opencmas.compliance.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.compliance.rule.Parameter;

/** Figures by their ids, active or not, for those who try what one would change. */
@ApplicationScoped
public class ProposedFigures {
    private final Figures figures;

    ProposedFigures(Figures figures) {
        this.figures = figures;
    }

    /** A figure, and whether it counts already. */
    public record Proposed(Parameter figure, boolean isActive) {}

    public Optional<Proposed> find(UUID parameterId) {
        return figures.findByIdOptional(parameterId)
                .map(found -> new Proposed(
                        new Parameter(
                                found.name(), found.value(), found.validFrom(), found.source(), found.confidence()),
                        found.activatedBy() != null));
    }
}
