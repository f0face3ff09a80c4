package org.opencmas.registry.productcode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.opencmas.terms.Identifier;

/** The codes that have titles. */
@ApplicationScoped
class ProductCodes implements PanacheRepositoryBase<ProductCode, String> {

    /** The code that is the same as the given one, however its letters and blanks were written then. */
    Optional<ProductCode> known(Identifier code) {
        return find(
                        "lower(cast(function('regexp_replace', code, ' {2,}', ' ', 'g') as String)) = ?1 order by code",
                        code.key())
                .firstResultOptional();
    }

    /** By code, those after the given one; the empty text for the first. */
    List<ProductCode> after(String code, int fetched) {
        return find("code > ?1 order by code", code).range(0, fetched - 1).list();
    }
}
