package org.opencmas.registry.contractor.profile;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.CertificationType;

/**
 * A certification by the State's Office of Small Business and DVBE Services (Guide s4 p11).
 *
 * @param number the certificate's number
 * @param validFrom first day of validity
 * @param validThrough last day of validity, inclusive, not before {@code validFrom}
 * @param source where it was looked up
 * @param checkedOn the day it was looked up
 */
@Embeddable
@Schema(name = "ContractorCertificate")
public record Certificate(
        @NotNull @Enumerated(EnumType.STRING) CertificationType type,
        @NotBlank @Size(max = 30) String number,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validThrough,
        @NotBlank @Size(max = 100) String source,
        @NotNull LocalDate checkedOn) {}
