package org.opencmas.compliance.rule.severalcmas;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.terms.AgencyClass;

/** What the rules on an order on several CMAS say of themselves: one row each. */
public final class SeveralCmasText {
    public static final RuleText MULTI_SAME_CONTRACTOR = RuleText.of(
                    "MULTI-SAME-CONTRACTOR",
                    2,
                    RuleKind.BLOCK,
                    "All CMAS on one order belong to the same contractor",
                    "An order on several CMAS is with one contractor only.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "Affiliates and former names are another contractor unless the registry holds them as one legal entity.");

    public static final RuleText MULTI_ONE_LOCATION = RuleText.of(
                    "MULTI-ONE-LOCATION",
                    3,
                    RuleKind.BLOCK,
                    "An order on several CMAS goes to one contractor location",
                    "The order names exactly one location of the contractor, and no line names another.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "A location is told by its name, or by its street and city, as the contractor's record has them; capitals, spaces and"
                            + " punctuation do not matter. A text that tells none of them is put to a person.");

    public static final RuleText MULTI_NO_IT_NONIT = RuleText.of(
                    "MULTI-NO-IT-NONIT",
                    2,
                    RuleKind.BLOCK,
                    "IT and non-IT CMAS are never mixed on one order",
                    "CMAS whose numbers begin with 3 and with 4 are not combined.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "The guide's reason is that the order limits differ, but the rule is stated flat, so it holds for local agencies too.");

    public static final RuleText MULTI_WORD_CMAS = RuleText.of(
                    "MULTI-WORD-CMAS",
                    2,
                    RuleKind.BLOCK,
                    "The contract-number field says CMAS when there are several",
                    "On an order of two or more CMAS the word CMAS stands where the contract number usually does; on an order of one,"
                            + " its number does.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read("Capital or small letters of the word, and the way the number is printed, do not matter.");

    public static final RuleText MULTI_GROUP = RuleText.of(
                    "MULTI-GROUP",
                    2,
                    RuleKind.BLOCK,
                    "Lines are grouped by CMAS number",
                    "Each group carries one CMAS number, as told apart by its letter, and holds all lines of that CMAS.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "Lines may come in any order: the system makes the groups and shows them before issue. Groups that the agency declares"
                            + " are checked as declared.");

    public static final RuleText MULTI_SUB_SEQUENCE = RuleText.of(
                    "MULTI-SUB-SEQUENCE",
                    2,
                    RuleKind.BLOCK,
                    "Groups are labelled Sub #1, Sub #2, Sub #3 in sequence",
                    "Labels start at 1 and go up by 1, without a gap or a repeat.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "An amendment that adds a CMAS gives it the next number; one that removes a CMAS leaves the other labels as they are, so"
                            + " that the history stays readable.");

    public static final RuleText MULTI_SUBTOTAL_NO_TAX = RuleText.of(
                    "MULTI-SUBTOTAL-NO-TAX",
                    2,
                    RuleKind.BLOCK,
                    "Each group has a subtotal without tax",
                    "The subtotal of a group is the sum of its line amounts, equal to the cent; tax is not in it.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "The guide leaves out tax only, the quarterly report tax and freight: lines, freight and tax are kept as separate"
                            + " amounts, and a subtotal holds lines only.");

    public static final RuleText MULTI_TOTAL_LIMIT = RuleText.of(
                    "MULTI-TOTAL-LIMIT",
                    2,
                    RuleKind.BLOCK,
                    "The total of an order on several CMAS stays within the order limit",
                    "The total of all items does not exceed the order limit identified in the CMAS; a total equal to it is allowed.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "Where the limits differ, the lowest holds. The total is taken before tax and freight. It binds State agencies; a local"
                            + " agency has its own limit (ORD-LIMIT-LOCAL).")
            .binding(AgencyClass.STATE);

    private SeveralCmasText() {}
}
