package org.opencmas.compliance.rule.scope;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on the program's scope say of themselves: one row each. */
public final class ScopeText {
    public static final RuleText SCO_EXCLUDED_SERVICES = RuleText.of(
                    "SCO-EXCLUDED-SERVICES",
                    2,
                    RuleKind.BLOCK,
                    "No line buys services that the program excludes",
                    "Not to be had through a CMAS, among others: architectural, engineering and environmental services (Government Code"
                            + " 4525), financial audits (8546.4(e)), legal services (11040), public works as such (Public Contract Code"
                            + " 1101); by CMAS policy facility planning, registered nursing and security guard services.",
                    guide(1, 6, "What is Excluded?"))
            .read(
                    "The list gives examples and is not closed. A line whose category of service is one of them is refused. Words in a line"
                            + " of services without a category only ask, as do those of a line of another kind that name the work too;"
                            + " category OTHER says that somebody has looked. Public works are"
                            + " allowed where they are incidental, as PW-INCIDENTAL judges.");

    private ScopeText() {}
}
