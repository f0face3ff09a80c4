package org.opencmas.registry.leveragedprocurement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.ProcurementKind;

/**
 * All that one version of a leveraged procurement agreement says.
 *
 * @param kind IT or NON_IT
 * @param scope what it is for, in words
 * @param termStart first day, inclusive
 * @param termEnd last day, inclusive
 * @param awardedTo names of the contractors
 * @param mandatoryFor empty when nobody has to use it
 * @param userInstructions null as long as they were not read
 */
@Schema(name = "LpaTerms")
record LpaTerms(
        @NotNull LpaType type,
        @NotNull ProcurementKind kind,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4_000) String scope,
        @NotNull LocalDate termStart,
        @NotNull LocalDate termEnd,
        @NotNull @Size(max = 500) List<@NotBlank @Size(max = 200) String> awardedTo,
        @NotNull @Size(max = 500) List<@NotNull @Valid CoveredItem> covered,
        @NotNull @Size(max = 50) List<@NotNull @Valid MandatoryPeriod> mandatoryFor,
        @Valid @Nullable UserInstructions userInstructions) {

    @JsonIgnore
    boolean isInTermOn(LocalDate day) {
        return !day.isBefore(termStart) && !day.isAfter(termEnd);
    }

    /** Whether those buyers have to use it on a day: within its term and one of its mandatory periods, all days inclusive. */
    @JsonIgnore
    boolean isMandatoryOn(LocalDate day, LpaBuyer buyers) {
        return isInTermOn(day) && mandatoryFor.stream().anyMatch(each -> each.buyers() == buyers && each.holdsOn(day));
    }

    /** What it is found by. */
    @JsonIgnore
    String words(String number) {
        List<String> words = new ArrayList<>(List.of(number, title, scope));
        words.addAll(awardedTo);
        covered.forEach(item -> {
            words.add(item.description());
            words.addAll(item.productCodes());
        });
        return String.join("\n", words);
    }
}
