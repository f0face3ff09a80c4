package org.opencmas.registry.contractor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
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
        @Size(max = 50) @Nullable List<@NotNull @Valid Certificate> certificates)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        check(fields, legalName, certificates);
    }

    Contractor.Profile profile() {
        return profileOf(legalName, formerNames, locations, certificates);
    }

    /** Notes faults of the name and of certificates; of what is absent nothing is said. */
    static void check(
            FieldReader fields,
            @Nullable String legalName,
            @Nullable List<? extends @Nullable Certificate> certificates) {
        if (legalName != null) {
            Identifier.fault(legalName)
                    .ifPresent(fault ->
                            fields.fault("/legalName", fault, "Write the name as it is printed, with plain blanks."));
        }
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; certificates != null && i < certificates.size(); i++) {
            Certificate certificate = certificates.get(i);
            if (certificate != null) {
                check(fields, "/certificates/" + i, certificate, seen);
            }
        }
    }

    private static void check(FieldReader fields, String at, Certificate certificate, Set<List<Object>> seen) {
        if (certificate.validFrom() == null) {
            return;
        }
        if (certificate.validThrough() != null && certificate.validThrough().isBefore(certificate.validFrom())) {
            fields.fault(
                    at + "/validThrough",
                    "is before validFrom " + certificate.validFrom(),
                    "It is the last day of validity, inclusive.");
        }
        if (certificate.type() != null
                && certificate.number() != null
                && !seen.add(List.of(certificate.type(), certificate.number(), certificate.validFrom()))) {
            fields.fault(at, "is listed twice", "Keep one of them.");
        }
    }

    /** What is to be kept; refuses (400) with every fault of names and certificates. */
    static Contractor.Profile profileOf(
            String legalName,
            @Nullable List<String> formerNames,
            @Nullable List<Location> locations,
            @Nullable List<Certificate> certificates) {
        var fields = new FieldReader();
        check(fields, legalName, certificates);
        fields.requireNoFaults();
        return new Contractor.Profile(
                Identifier.of(legalName).text(),
                Objects.requireNonNullElse(formerNames, List.of()),
                Objects.requireNonNullElse(locations, List.of()),
                Objects.requireNonNullElse(certificates, List.of()));
    }
}
