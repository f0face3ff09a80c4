package org.opencmas.registry.contractor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.value.IdentifierText;
import org.opencmas.registry.contractor.profile.Certificate;
import org.opencmas.registry.contractor.profile.Location;
import org.opencmas.terms.Identifier;

/** A contractor to register. */
record NewContractor(
        @Nullable UUID contractorId,
        @NotBlank @Size(max = 200) String legalName,
        @Size(max = 50) @Nullable List<@NotNull @IdentifierText @Size(max = 200) String> formerNames,
        @Size(max = 200) @Nullable List<@NotNull @Valid Location> locations,
        @Size(max = 50) @Nullable List<@NotNull @Valid Certificate> certificates) {
    Contractor.Profile profile() {
        return profileOf(legalName, formerNames, locations, certificates);
    }

    /** What is to be kept; refuses (400) with every fault of names and certificates. */
    static Contractor.Profile profileOf(
            String legalName,
            @Nullable List<String> formerNames,
            @Nullable List<Location> locations,
            @Nullable List<Certificate> certificates) {
        List<Certificate> held = Objects.requireNonNullElse(certificates, List.of());
        List<Fault> faults = new ArrayList<>(faultsOf(held));
        Identifier.fault(legalName)
                .ifPresent(fault -> faults.add(
                        new Fault("/legalName", fault, "Write the name as it is printed, with plain blanks.")));
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new Contractor.Profile(
                Identifier.of(legalName).text(),
                Objects.requireNonNullElse(formerNames, List.of()),
                Objects.requireNonNullElse(locations, List.of()),
                held);
    }

    private static List<Fault> faultsOf(List<Certificate> certificates) {
        List<Fault> faults = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < certificates.size(); i++) {
            Certificate certificate = certificates.get(i);
            if (certificate.validThrough().isBefore(certificate.validFrom())) {
                faults.add(new Fault(
                        "/certificates/" + i + "/validThrough",
                        "is before validFrom " + certificate.validFrom(),
                        "It is the last day of validity, inclusive."));
            }
            if (!seen.add(List.of(certificate.type(), certificate.number(), certificate.validFrom()))) {
                faults.add(new Fault("/certificates/" + i, "is listed twice", "Keep one of them."));
            }
        }
        return faults;
    }
}
