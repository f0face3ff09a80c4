package org.opencmas.compliance.rule.services;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on services say of themselves: one row each. */
public final class ServicesText {
    public static final RuleText SVC_KIND = RuleText.of(
                    "SVC-KIND",
                    1,
                    RuleKind.WARNING,
                    "Each line of services is coded as personal, consulting or technical",
                    "Personal services are someone doing something, consulting services advice or a recommended course of action,"
                            + " technical services maintenance, repair or installation of equipment. Each line is one of them.",
                    guide(9, 18, "Definition of Personal, Consulting, and Technical Services"))
            .read(
                    "The buyer codes the kind; the system does not guess it from words. A line that mixes kinds is split. The kind drives"
                            + " the rules on resumes, follow-on orders, NSP items and progress payments.");

    public static final RuleText SVC_RESUMES = RuleText.of(
                    "SVC-RESUMES",
                    1,
                    RuleKind.BLOCK,
                    "The resumes of all people of a services order are reviewed before it is issued",
                    "For services, the agency reviews the resumes of all people whom the contractor intends to use; they meet the education"
                            + " and the experience that the CMAS and the request for offer ask for.",
                    guide(5, 14, "Review Resumes"))
            .read(
                    "Needed for consulting and personal services, as the buyer codes them. The guide does not say whether crews that install"
                            + " or repair are meant too: technical services, and those that nobody coded, are a warning. Kept is a person's"
                            + " word that all were reviewed; never a resume. An amendment is asked of lines that it adds or changes.");

    public static final RuleText SVC_RESUME_SUBSTITUTE = RuleText.of(
                    "SVC-RESUME-SUBSTITUTE",
                    1,
                    RuleKind.WARNING,
                    "The resumes of proposed substitutes are reviewed like those of the people first named",
                    "Of everyone who is proposed in place of another, the resume is checked against the education and experience that the"
                            + " CMAS and the request for offer ask for.",
                    guide(9, 18, "Review Resumes"))
            .read(
                    "The guide says should: it is a warning and a person's word. Kept is that a resume was reviewed, when and by whom; never"
                            + " the resume.");

    public static final RuleText SVC_FOLLOWON = RuleText.of(
                    "SVC-FOLLOWON",
                    2,
                    RuleKind.BLOCK,
                    "Who got a consulting order does not get the order that is its end product",
                    "A person, firm or subsidiary that got an order for consulting services, or one with a consulting part, gets no order for"
                            + " services, goods or any other action that is required, suggested or otherwise deemed appropriate as an end"
                            + " product of it (Public Contract Code 10365.5). No time ends the ban.",
                    guide(9, 19, "Follow-on Contracts Prohibited"))
            .read(
                    "Whether an order is an end product is for the buyer to say; said so, it is stopped. Without the buyer's word, an earlier"
                            + " consulting order of the same firm is a warning, and so is one of an affiliate: a firm that this order or an"
                            + " issued one calls of one family with it. Of another agency's order nothing else is shown. A word that stands"
                            + " unchanged from the version before was not said of what an amendment adds: of those lines the earlier orders"
                            + " are a warning again. What an amendment adds to a consulting order is under the same ban. An order is"
                            + " earlier when dated on the same day or before, and known as a consulting one where its buyer coded a line so.");

    public static final RuleText SVC_NETWORK_SOLUTION = RuleText.of(
                    "SVC-NETWORK-SOLUTION",
                    1,
                    RuleKind.WARNING,
                    "Network design services lead to a hardware or software solution",
                    "For every line that buys network design, the order says which hardware or software solution it leads to.",
                    guide(9, 19, "Network Design Services"))
            .read("The solution need not be on the same order: a statement of what is intended is enough.");

    public static final RuleText SVC_NETWORK_RCDD = RuleText.of(
                    "SVC-NETWORK-RCDD",
                    1,
                    RuleKind.BLOCK,
                    "Network design with infrastructure is done by a certified designer (RCDD)",
                    "Where network design includes infrastructure, the order names the Registered Communications Distribution Designer whom the"
                            + " contractor or its subcontractor employs; the certificate is valid on the day of the order, its last day"
                            + " included.",
                    guide(9, 19, "Network Design Services"))
            .read("Naming is needed; a copy of the certificate is kept only where the agency asks for one.");

    private ServicesText() {}
}
