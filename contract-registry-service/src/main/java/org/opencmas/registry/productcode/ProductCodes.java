package org.opencmas.registry.productcode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The codes that have titles. */
@ApplicationScoped
class ProductCodes implements PanacheRepositoryBase<ProductCode, String> {

    /** By code, those after the given one; the empty text for the first. */
    List<ProductCode> after(String code, int fetched) {
        return find("code > ?1 order by code", code).range(0, fetched - 1).list();
    }
}
