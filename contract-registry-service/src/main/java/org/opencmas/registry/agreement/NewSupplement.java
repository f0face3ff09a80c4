package org.opencmas.registry.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.value.IdentifierText;
import org.opencmas.registry.agreement.terms.BaseContract;
import org.opencmas.registry.agreement.terms.Category;
import org.opencmas.registry.agreement.terms.ForUseBy;
import org.opencmas.registry.agreement.terms.ListedCertification;
import org.opencmas.registry.agreement.terms.TermsBody;

/** A supplement: the agreement's new terms as a whole. */
public record NewSupplement(
        @Min(1) @Max(9_999) @Nullable Integer supplementNumber,
        @NotNull LocalDate effectiveOn,
        @Min(0) @Max(9_999) @Nullable Integer replaces,
        @Size(max = 1_000) @Nullable String changeNote,
        @Size(min = 1, max = 200) @Nullable String contractorName,
        @NotNull LocalDate termStart,
        @NotNull LocalDate termEnd,
        @NotNull ForUseBy forUseBy,
        boolean nspProvision,
        @Nullable Boolean acceptsCalCard,
        @Nullable Boolean travelAllowed,

        @Pattern(regexp = TermsBody.MONEY, message = TermsBody.MONEY_MESSAGE) @Nullable
        String stateOrderLimit,

        @Size(max = 100) @Nullable List<@NotNull @IdentifierText @Size(max = 40) String> productCodes,
        @Size(max = 20) @Nullable List<@NotNull Category> categories,
        @Size(max = 20) @Nullable List<@NotNull @Valid ListedCertification> listedCertifications,
        @Valid @Nullable BaseContract baseContract)
        implements TermsBody {

    /** What it says beside its terms. */
    public SupplementAgreement.Heading heading() {
        return new SupplementAgreement.Heading(supplementNumber, effectiveOn, replaces, changeNote);
    }
}
