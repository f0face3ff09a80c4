package org.opencmas.registry.program;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.NotFound;

/** The facts with all they said before. */
@ApplicationScoped
class ProgramFacts implements PanacheRepositoryBase<ProgramFact, UUID> {
    private static final String LATEST =
            "from ProgramFact f where f.recordedAt = (select max(g.recordedAt) from ProgramFact g where g.name = f.name)";

    /** What holds now, in the order in which a page shows it. */
    List<ProgramFact> latest(ProgramFact.@Nullable Topic topic) {
        return topic == null
                ? find(LATEST + " order by f.place").list()
                : find(LATEST + " and f.topic = ?1 order by f.place", topic).list();
    }

    /** All that was ever recorded under the name, the latest first. */
    List<ProgramFact> recordings(String name) {
        List<ProgramFact> recordings =
                find("name = ?1 order by recordedAt desc", name).list();
        if (recordings.isEmpty()) {
            throw new NotFound("program fact", name);
        }
        return recordings;
    }
}
