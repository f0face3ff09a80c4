package org.opencmas.registry.contractor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.value.IdentifierText;
import org.opencmas.registry.contractor.profile.Certificate;
import org.opencmas.registry.contractor.profile.Location;

/** The whole changeable state of a contractor; what is left out is removed. */
record ChangedContractor(
        @NotBlank @Size(max = 200) String legalName,
        @Size(max = 50) @Nullable List<@NotNull @IdentifierText @Size(max = 200) String> formerNames,
        @Size(max = 200) @Nullable List<@NotNull @Valid Location> locations,
        @Size(max = 50) @Nullable List<@NotNull @Valid Certificate> certificates)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        NewContractor.check(fields, legalName, certificates);
    }

    Contractor.Profile profile() {
        return NewContractor.profileOf(legalName, formerNames, locations, certificates);
    }
}
