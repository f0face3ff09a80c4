package org.opencmas.compliance.rule.judging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What persons can attest to on an order: one entry for each rule that asks for a person's word, and one for facts known elsewhere. */
public final class AttestationKinds {
    private static final String BUYER = "A named person of the ordering agency";
    private static final String APPROVER = "A named approver of the ordering agency";

    /** The name of the kind for a fact that is missing here. */
    static final String FACT = "FACT-CHECKED-ELSEWHERE";

    private static final List<AttestationKind> ASKED = List.of(
            forEver(
                    "PW-INCIDENTAL",
                    "The public works on these lines are incidental to the purchase of the products.",
                    BUYER,
                    "A memorandum on the scope of the work and its share of the price"),
            forEver(
                    "NSP-SUBORDINATE",
                    "The NSP items on these lines are subordinate and peripheral to the priced lines that they support.",
                    BUYER,
                    "What each item is for, and which priced line needs it"),
            forEver(
                    "NSP-NOT-PRICED",
                    "The items on these lines are not specifically priced in the CMAS, though something much like them is.",
                    BUYER,
                    "The pages of the price list that were searched"),
            forEver(
                    "ORD-LINES-ON-CONTRACT",
                    "The items on these lines are those of the CMAS that they resemble.",
                    BUYER,
                    "The page of the price list that shows the item"),
            forEver(
                    "MULTI-ONE-LOCATION",
                    "The contractor takes this order at one location for all CMAS on it.",
                    BUYER,
                    "The contractor's word on the location"),
            forEver(
                    "CON-ACTIVE-CHECK",
                    "The CMAS was active on the day of the order.",
                    BUYER,
                    "The entry in Cal eProcure of that day, or the word of the CMAS Unit"),
            ending(
                    "CON-COPY-OBTAINED",
                    "A whole copy of the CMAS was read before choosing, for all that it is needed for.",
                    BUYER,
                    "The copy, with its newest supplement and the day on which it was obtained"),
            ending(
                    "CERT-VERIFY-BEFORE-PO",
                    "The contractor's certificate was verified with OSDS or in Cal eProcure before the order was issued.",
                    BUYER,
                    "The day, the way, and what was shown: number and last valid day"),
            new AttestationKind(
                    "GEN-LOCAL-OWN-POLICY",
                    List.of("GEN-LOCAL-OWN-POLICY"),
                    "The CMAS program agrees with the agency's own procurement policy and rules.",
                    "A named person who answers for the agency's procurement policy",
                    "Which policy, and the day on which it is to be reviewed",
                    true,
                    true),
            ending(
                    "GEN-LEGAL-COUNSEL",
                    "The agency's lawyers and contracting office were consulted, or need not be, and why.",
                    BUYER,
                    "Their advice, or the reason"),
            ending(
                    "SOL-MIN3-STATE",
                    "At least three CMAS contractors were asked for an offer, one of them certified if one was available.",
                    BUYER,
                    "Who was asked, when, and which of them was certified"),
            ending(
                    "SOL-MIN-LOCAL",
                    "As many contractors were asked for an offer as the agency set for itself.",
                    BUYER,
                    "Who was asked, and when"),
            ending(
                    "BV-MIN-STEPS",
                    "The four least steps of the best value determination were done, or the agency goes on without one of them, and why.",
                    APPROVER,
                    "When and by whom each step was done, or the reason"),
            ending(
                    "ORD-EXTRA-APPROVALS",
                    "The approvals, forms and filings that the CMAS asks for are there, or not needed, and why.",
                    BUYER,
                    "The approval, form or filing"),
            forEver(
                    "PW-DEFINITION",
                    "The work on these lines is no public works, though its words read like it.",
                    BUYER,
                    "What is done, and to what"),
            forEver(
                    "PW-CABLE",
                    "The lines that read like installing cable install no physical layer cable.",
                    BUYER,
                    "What is installed"),
            ending(
                    "PW-LICENCE-VERIFY",
                    "The contractor's license was shown active and in good standing by the State's board before the order.",
                    BUYER,
                    "The board's page of that day"),
            ending(
                    "PW-LICENCE-BOTH",
                    "Prime contractor and subcontractors hold valid licenses for their work, or none is required.",
                    BUYER,
                    "Names, license numbers, classes and last valid days"),
            forEver(
                    "PW-WAGE-CLASS",
                    "The agency determined the craft, classification or type of worker.",
                    BUYER,
                    "The determination"),
            forEver(
                    "PW-LAWS",
                    "Licensing, prevailing wages, bonding and labor code are seen to until the work is done.",
                    BUYER,
                    "When each was checked, and by whom"),
            forEver(
                    "NSP-EXCL-PRODUCTIVE-USE",
                    "The NSP items meet the Productive Use Requirements in the terms of the CMAS.",
                    BUYER,
                    "Where the items are in use, and since when"),
            forEver(
                    "NSP-EXCL-FOLLOWON",
                    "The contractor did not recommend these consulting services before.",
                    BUYER,
                    "The earlier consulting orders that were looked at"),
            ending(
                    "NSP-EXCL-AUTH",
                    "The contractor is authorized, certified or trained to provide the NSP items on these lines.",
                    BUYER,
                    "The manufacturer's authorization, with its days"),
            forEver(
                    "NSP-EXCL-SUPPLIES",
                    "The supplies on these lines are the minimum amount for initial support of the priced items.",
                    BUYER,
                    "How the amount was found"),
            forEver(
                    "SVC-KIND",
                    "The services on these lines are personal, consulting or technical, as is said.",
                    BUYER,
                    "What is done on each line"),
            forEver(
                    "NSP-BEST-VALUE",
                    "The order with the NSP items on these lines is the best value alternative, and why.",
                    BUYER,
                    "The comparison with the other ways to buy them, and the reason"),
            forEver(
                    "SVC-RESUMES",
                    "The resumes of all people for these lines were reviewed, and meet what the CMAS and the request for offer ask for.",
                    BUYER,
                    "Who reviewed how many resumes when, and the result; never the resumes themselves"),
            forEver(
                    "SVC-RESUME-SUBSTITUTE",
                    "The resumes of the substitutes were reviewed like those of the people first named.",
                    BUYER,
                    "The resumes, and who reviewed them when"),
            forEver(
                    "SVC-NETWORK-SOLUTION",
                    "The network design leads to a hardware or software solution.",
                    BUYER,
                    "The solution"),
            ending(
                    "SVC-NETWORK-RCDD",
                    "A certified designer does the network design with infrastructure.",
                    BUYER,
                    "The designer's name, number, employer and last valid day"));

    private AttestationKinds() {}

    private static AttestationKind forEver(String rule, String statement, String signedBy, String evidence) {
        return new AttestationKind(rule, List.of(rule), statement, signedBy, evidence, false, false);
    }

    private static AttestationKind ending(String rule, String statement, String signedBy, String evidence) {
        return new AttestationKind(rule, List.of(rule), statement, signedBy, evidence, true, false);
    }

    /** The kind that answers a rule. A rule that asks for no person's word is answered when it lacks a fact. */
    static AttestationKind of(String rule) {
        return asked(rule).orElseGet(() -> fact(List.of(rule)));
    }

    /** The kind of a rule that asks for a person's word. */
    public static Optional<AttestationKind> asked(String rule) {
        return ASKED.stream().filter(kind -> kind.rules().contains(rule)).findFirst();
    }

    /** All kinds that answer rules of a book, in the order of the book. */
    public static List<AttestationKind> all(Collection<String> rules) {
        List<AttestationKind> kinds = new ArrayList<>();
        rules.forEach(rule -> asked(rule).ifPresent(kinds::add));
        kinds.add(fact(rules.stream().filter(rule -> asked(rule).isEmpty()).toList()));
        return List.copyOf(kinds);
    }

    private static AttestationKind fact(List<String> rules) {
        return new AttestationKind(
                FACT,
                rules,
                "What is not known here was looked up where it is known, and the requirement is met.",
                BUYER,
                "Where it was looked up, and what was found",
                false,
                false);
    }
}
