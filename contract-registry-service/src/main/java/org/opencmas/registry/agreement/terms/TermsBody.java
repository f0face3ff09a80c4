package org.opencmas.registry.agreement.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Identifier;

/** What the bodies of a new agreement and of a supplement have in common. */
public interface TermsBody {
    /** An amount of US dollars above zero, with cents or without. */
    String MONEY = "(?!0+(\\.0+)?$)[0-9]{1,16}(\\.[0-9]{1,2})?";

    String MONEY_MESSAGE = "must be an amount in US dollars above 0.00, written as 250000.00";

    @Nullable
    String contractorName();

    LocalDate termStart();

    LocalDate termEnd();

    ForUseBy forUseBy();

    boolean nspProvision();

    @Nullable
    Boolean acceptsCalCard();

    @Nullable
    Boolean travelAllowed();

    @Nullable
    String stateOrderLimit();

    @Nullable
    List<String> productCodes();

    @Nullable
    List<Category> categories();

    @Nullable
    List<ListedCertification> listedCertifications();

    @Nullable
    BaseContract baseContract();

    /** The terms, under the contractor's legal name unless the body prints another. */
    default Terms terms(String legalName) {
        String printed = contractorName();
        String limit = stateOrderLimit();
        return new Terms(
                printed == null ? legalName : printed,
                termStart(),
                termEnd(),
                forUseBy(),
                nspProvision(),
                acceptsCalCard(),
                travelAllowed(),
                limit == null ? null : new BigDecimal(limit),
                Objects.requireNonNullElse(productCodes(), List.<String>of()).stream()
                        .map(code -> Identifier.of(code).text())
                        .toList(),
                Objects.requireNonNullElse(categories(), List.<Category>of()).stream()
                        .distinct()
                        .map(Category::name)
                        .toList(),
                Objects.requireNonNullElse(listedCertifications(), List.of()),
                baseContract());
    }
}
