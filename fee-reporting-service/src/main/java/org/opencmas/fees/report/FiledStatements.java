package org.opencmas.fees.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/** The reports that were filed. */
@ApplicationScoped
class FiledStatements implements PanacheRepositoryBase<FiledStatement, FiledStatement.Key> {
    Optional<FiledStatement> of(CmasNumber agreement, CalendarQuarter quarter) {
        return findByIdOptional(new FiledStatement.Key(agreement.canonical(), quarter.toString()));
    }
}
