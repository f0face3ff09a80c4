package org.opencmas.registry.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.value.IdentifierText;
import org.opencmas.registry.agreement.terms.AgreementStatus;
import org.opencmas.registry.agreement.terms.BaseContract;
import org.opencmas.registry.agreement.terms.Category;
import org.opencmas.registry.agreement.terms.ForUseBy;
import org.opencmas.registry.agreement.terms.ListedCertification;
import org.opencmas.registry.agreement.terms.TermsBody;
import org.opencmas.registry.cmasnumber.NotACmasNumber;

/** An agreement to register. */
public record NewAgreement(
        @NotBlank @Size(max = 100) String cmasNumber,
        @NotNull UUID contractorId,
        @Nullable AgreementStatus status,
        @Nullable LocalDate effectiveOn,
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
        implements TermsBody, CheckedBody {
    /** A number that is none is refused by itself with suggestions, {@link NotACmasNumber}; beside other faults it is one of them. */
    @Override
    public void check(FieldReader fields, LocalDate today) {
        NotACmasNumber.check(fields, "/cmasNumber", cmasNumber);
    }

    /** The status with which it begins; ACTIVE unless the body names another. */
    public AgreementStatus firstStatus() {
        return Objects.requireNonNullElse(status, AgreementStatus.ACTIVE);
    }

    /** The first day on which it counts; that of its term unless the body names another. */
    public LocalDate firstDay() {
        return Objects.requireNonNullElse(effectiveOn, termStart);
    }
}
