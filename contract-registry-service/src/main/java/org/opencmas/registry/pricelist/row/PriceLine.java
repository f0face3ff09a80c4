package org.opencmas.registry.pricelist.row;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One item an agreement offers, with its ceiling price (Guide s1 p5: equal to or lower than the base contract's).
 *
 * @param itemId the contractor's part number or labour category, unique within its list
 * @param description the words buyers find it by
 * @param unit what one of it is ("each", "hour")
 * @param price the CMAS price in US dollars, two to six decimals, not negative
 * @param basePrice the base contract's price in the same unit, not below {@code price}; null when not stated
 * @param sin the base contract's special item number
 * @param kind what is sold, null when the list does not say
 * @param laborEducation least education of a labour category
 * @param laborYears least years of experience of a labour category, 0 to 60
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceLine(
        String itemId,
        String description,
        String unit,
        String price,
        @Nullable String basePrice,
        @Nullable String sin,
        @Nullable ItemKind kind,
        @Nullable String laborEducation,
        @Nullable Integer laborYears) {}
