package org.opencmas.fees.report.filed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/** The reports that were filed. */
@ApplicationScoped
public class FiledStatements implements PanacheRepositoryBase<FiledStatement, FiledStatement.Key> {
    public Optional<FiledStatement> of(CmasNumber agreement, CalendarQuarter quarter) {
        return findByIdOptional(new FiledStatement.Key(agreement.canonical(), quarter.toString()));
    }
}
