package org.opencmas.registry.agreement.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.opencmas.terms.CertificationType;

/**
 * A certification as printed on the agreement (CON-SBDVBE-ON-CMAS); it can have lapsed or been renewed since.
 *
 * @param validThrough last day of validity as printed, inclusive
 */
public record ListedCertification(
        @NotNull CertificationType type,
        @NotBlank @Size(max = 30) String number,
        @NotNull LocalDate validThrough) {}
