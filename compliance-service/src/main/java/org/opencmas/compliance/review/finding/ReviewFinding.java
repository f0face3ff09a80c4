package org.opencmas.compliance.review.finding;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that was found.
 *
 * @param informationOnly true for a local agency's order: Section 12 binds State agencies only (CMP-SCOPE)
 * @param message for a person
 * @param numbers the values that show it, by name: money in US dollars, percent with two decimals, dates as YYYY-MM-DD
 * @param lineIds the order lines concerned; empty when it is about the whole order or about no order
 */
public record ReviewFinding(
        FindingKind kind,
        Weight weight,
        boolean informationOnly,
        String message,
        Map<String, String> numbers,
        List<String> lineIds) {
    public static final String FOR_INFORMATION =
            " For information only: the buyer is a local agency, and Section 12 binds State agencies only.";

    public static final String OF_UNKNOWN_BUYER =
            " Undetermined: whether the buyer is a State agency, which Section 12 binds, is not known here.";

    public static ReviewFinding of(FindingKind kind, Weight weight, String message, List<String> lineIds) {
        return new ReviewFinding(kind, weight, false, message, Map.of(), lineIds);
    }

    public static ReviewFinding violation(FindingKind kind, String message, List<String> lineIds) {
        return of(kind, Weight.VIOLATION, message, lineIds);
    }

    public static ReviewFinding question(FindingKind kind, String message, List<String> lineIds) {
        return of(kind, Weight.QUESTION, message, lineIds);
    }

    public static ReviewFinding undetermined(FindingKind kind, String message, List<String> lineIds) {
        return of(kind, Weight.UNDETERMINED, message, lineIds);
    }

    public ReviewFinding with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(numbers);
        more.put(name, value.toString());
        return new ReviewFinding(kind, weight, informationOnly, message, more, lineIds);
    }

    /** The same on the order of a buyer that is not known here: whether the review binds is open. */
    public ReviewFinding ofUnknownBuyer() {
        return new ReviewFinding(
                kind, Weight.UNDETERMINED, informationOnly, message + OF_UNKNOWN_BUYER, numbers, lineIds);
    }

    /** The same on a local agency's order, and its message says so. */
    public ReviewFinding forInformation() {
        return new ReviewFinding(kind, weight, true, message + FOR_INFORMATION, numbers, lineIds);
    }
}
