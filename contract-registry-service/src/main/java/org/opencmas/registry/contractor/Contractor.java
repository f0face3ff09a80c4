package org.opencmas.registry.contractor;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.contractor.profile.Certificate;
import org.opencmas.registry.contractor.profile.Location;
import org.opencmas.registry.contractor.profile.Qualifications;
import org.opencmas.terms.Identifier;

/** A company with which the State has or had agreements. A name it gives up stays findable as a former name. */
@Entity
public class Contractor {
    private static final Comparator<Certificate> BY_TYPE_AND_START = Comparator.comparing(Certificate::type)
            .thenComparing(Certificate::validFrom)
            .thenComparing(Certificate::number);

    @Id
    private UUID id;

    @Version
    private long version = 1;

    private String legalName;

    /** The legal name as it is compared; null for one that shares its name with a contractor registered before it. */
    private @Nullable String nameKey;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> formerNames;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Location> locations;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contractor_certificate", joinColumns = @JoinColumn(name = "contractor_id"))
    private Set<Certificate> certificates;

    @JdbcTypeCode(SqlTypes.JSON)
    private Qualifications qualifications;

    private Instant recordedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Contractor() {}

    Contractor(UUID id, Profile profile, Instant recordedAt) {
        this.id = id;
        this.legalName = profile.legalName();
        this.nameKey = profile.nameKey();
        this.formerNames = new ArrayList<>(profile.formerNames());
        this.locations = new ArrayList<>(profile.locations());
        this.certificates = new LinkedHashSet<>(profile.certificates());
        this.qualifications = Qualifications.NONE;
        this.recordedAt = recordedAt;
    }

    /**
     * Everything about a contractor that can change.
     *
     * @param formerNames names it had before; the present one is not among them
     */
    record Profile(
            String legalName, List<String> formerNames, List<Location> locations, List<Certificate> certificates) {
        Profile {
            formerNames = List.copyOf(formerNames);
            locations = List.copyOf(locations);
            certificates = List.copyOf(certificates);
        }

        /** Of a contractor of which only the name is known. */
        static Profile named(String legalName) {
            return new Profile(legalName, List.of(), List.of(), List.of());
        }

        String nameKey() {
            return Identifier.keyOf(legalName);
        }
    }

    /** Its profile with another legal name. */
    Profile renamed(String name) {
        return new Profile(name, formerNames, locations, List.copyOf(certificates));
    }

    /** Takes over a new profile; a legal name that is given up joins the former names (CON-NAME-CHANGE). */
    void change(Profile profile) {
        Set<String> former = new LinkedHashSet<>(profile.formerNames());
        if (!legalName.equals(profile.legalName())) {
            former.add(legalName);
        }
        former.remove(profile.legalName());
        if (isRenamedBy(profile)) {
            nameKey = profile.nameKey();
        }
        legalName = profile.legalName();
        formerNames = new ArrayList<>(former);
        locations = new ArrayList<>(profile.locations());
        certificates.retainAll(profile.certificates());
        certificates.addAll(profile.certificates());
    }

    /** Takes over what was looked up about licences, permit and authorizations. */
    void qualify(Qualifications looked) {
        qualifications = looked;
    }

    /** Whether the profile has another name than this one, letter case and repeated blanks apart. */
    boolean isRenamedBy(Profile profile) {
        return !Identifier.keyOf(legalName).equals(profile.nameKey());
    }

    public UUID id() {
        return id;
    }

    public String legalName() {
        return legalName;
    }

    /** Counts the contractor's events; the entity tag. */
    public long version() {
        return version;
    }

    /** The whole state, as it is answered and sent to the other services. */
    ContractorState state() {
        return new ContractorState(
                id,
                legalName,
                List.copyOf(formerNames),
                List.copyOf(locations),
                certificates.stream().sorted(BY_TYPE_AND_START).toList(),
                qualifications,
                version);
    }
}
