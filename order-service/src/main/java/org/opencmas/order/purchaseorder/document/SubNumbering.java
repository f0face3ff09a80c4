package org.opencmas.order.purchaseorder.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opencmas.terms.CmasNumber;

/**
 * Which agreement is "Sub #1", which "Sub #2" (Guide s3 p10): in order of first appearance, without gap or repeat. An
 * agreement that an amendment brings takes the next number; one that is taken out keeps its number, so that the
 * history stays readable and the agreement gets it again when it comes back.
 *
 * @param agreements the agreement of number n is at index n - 1
 */
public record SubNumbering(List<CmasNumber> agreements) {
    public static final SubNumbering EMPTY = new SubNumbering(List.of());

    public SubNumbering {
        agreements = List.copyOf(agreements);
    }

    /** @param cited the agreements of the lines, in their order */
    public SubNumbering extendedBy(List<CmasNumber> cited) {
        Set<CmasNumber> extended = new LinkedHashSet<>(agreements);
        extended.addAll(cited);
        return new SubNumbering(List.copyOf(extended));
    }

    /** The number of an agreement that is in the numbering, from 1. */
    int of(CmasNumber agreement) {
        return agreements.indexOf(agreement) + 1;
    }
}
