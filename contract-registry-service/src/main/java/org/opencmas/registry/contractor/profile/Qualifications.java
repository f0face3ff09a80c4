package org.opencmas.registry.contractor.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a contractor is licensed, permitted and authorized to do, as it was looked up; a fact beside the agreements, none of which changes
 * with it.
 *
 * @param sellersPermit null when none was looked up
 */
@Schema(name = "ContractorQualifications")
public record Qualifications(
        List<ContractorLicence> licences,
        @Nullable SellersPermit sellersPermit,
        List<ManufacturerAuthorization> manufacturerAuthorizations,
        List<AuthorizedReseller> authorizedResellers) {
    /** Of a contractor about which nothing was looked up. */
    public static final Qualifications NONE = new Qualifications(List.of(), null, List.of(), List.of());

    public Qualifications {
        licences = List.copyOf(licences);
        manufacturerAuthorizations = List.copyOf(manufacturerAuthorizations);
        authorizedResellers = List.copyOf(authorizedResellers);
    }
}
