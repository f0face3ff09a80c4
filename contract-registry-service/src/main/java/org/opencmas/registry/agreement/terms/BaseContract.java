package org.opencmas.registry.agreement.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The contract whose bid items and prices an agreement takes over (GEN-NOT-A-BID-PROGRAM).
 *
 * @param number as the awarding body prints it
 * @param holder who holds it; often another company than the agreement's contractor
 * @param awardingBody required for NON_GSA
 * @param termStart first day, null when not known
 * @param termEnd last day, inclusive, null when not known
 */
@Embeddable
public record BaseContract(
        @NotBlank @Size(max = 60) @Column(name = "base_number")
        String number,

        @NotNull @Enumerated(EnumType.STRING) @Column(name = "base_type")
        BaseType type,

        @NotBlank @Size(max = 200) @Column(name = "base_holder")
        String holder,

        @Size(max = 200) @Column(name = "base_awarding_body") @Nullable
        String awardingBody,

        @Column(name = "base_term_start") @Nullable LocalDate termStart,

        @Column(name = "base_term_end") @Nullable LocalDate termEnd) {}
