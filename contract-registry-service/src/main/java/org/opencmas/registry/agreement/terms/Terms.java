package org.opencmas.registry.agreement.terms;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * All an agreement says, as its original or a supplement leaves it.
 *
 * @param contractorName as printed on the agreement; a name change needs a supplement (CON-NAME-CHANGE)
 * @param termEnd last day on which orders can be issued, inclusive
 * @param nspProvision whether not specifically priced items may be ordered (CON-NSP-FLAG)
 * @param acceptsCalCard null when not known (CON-CALCARD-ACCEPT)
 * @param travelAllowed null when not known
 * @param stateOrderLimit in US dollars, for State departments; null without one
 * @param productCodes at most 12, for finding only: the agreement may cover more (CON-DESCRIPTOR-MAX12)
 * @param categories names of {@link Category}
 * @param baseContract null as long as it is not known; the agreement cannot be active then
 */
@Embeddable
public record Terms(
        String contractorName,
        LocalDate termStart,
        LocalDate termEnd,
        @Enumerated(EnumType.STRING) ForUseBy forUseBy,
        boolean nspProvision,
        @Nullable Boolean acceptsCalCard,
        @Nullable Boolean travelAllowed,
        @Nullable BigDecimal stateOrderLimit,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> productCodes,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> categories,
        @JdbcTypeCode(SqlTypes.JSON) List<ListedCertification> listedCertifications,
        @Nullable BaseContract baseContract) {

    /** The same terms with another name of the contractor. */
    public Terms under(String name) {
        return new Terms(
                name,
                termStart,
                termEnd,
                forUseBy,
                nspProvision,
                acceptsCalCard,
                travelAllowed,
                stateOrderLimit,
                productCodes,
                categories,
                listedCertifications,
                baseContract);
    }

    public List<Category> coveredCategories() {
        return categories.stream().map(Category::valueOf).toList();
    }
}
