package org.opencmas.orderbody.particulars;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the buyer codes a line, where only the buyer can tell what it is. What is not told is not known: nothing is made up.
 *
 * @param serviceKind which kind of service the line buys; null when it is not told
 * @param networkDesign whether it buys the design of a network; null when it is not told
 * @param networkInfrastructure whether that design includes infrastructure; null when it is not told
 * @param cableInstallation whether it buys the installation of physical layer cable; null when it is not told
 * @param supply for an NSP line, whether it is a supply, such as paper or toner; null when it is not told
 * @param excludedByCmas for an NSP line, whether the CMAS excludes it from its scope; null when nobody has looked
 * @param manufacturerAuthorization for an NSP line, that the contractor may provide it; null when none is told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coding(
        @Nullable ServiceKind serviceKind,
        @Nullable Boolean networkDesign,
        @Nullable Boolean networkInfrastructure,
        @Nullable Boolean cableInstallation,
        @Nullable Boolean supply,
        @Nullable Boolean excludedByCmas,
        @Nullable Authorization manufacturerAuthorization) {
    /** The kinds of services that the Guide tells apart (Guide s9 p18). */
    public enum ServiceKind {
        /** Someone does something: photography, cleaning, graphic design. */
        PERSONAL,
        /** Advice, a recommended course of action, personal expertise. */
        CONSULTING,
        /** Maintenance, repair or installation of equipment. */
        TECHNICAL
    }

    /**
     * A manufacturer's word that the contractor is authorized, certified or trained to provide what the line buys.
     *
     * @param document what it is and where it is kept
     * @param issuedOn the day of it
     * @param validThrough its last day, inclusive; null when it names none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Authorization(
            String document, LocalDate issuedOn, @Nullable LocalDate validThrough) {}
}
