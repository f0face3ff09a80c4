package org.opencmas.compliance.rule.progresspayment;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.terms.AgencyClass;

/** What the rules on progress payments say of themselves: one row each. */
public final class ProgressPaymentText {
    private static final String HEADING = "Progress Payments";
    private static final String CONTINUED = "Progress Payments, Continued";

    public static final RuleText PP_DEFINITION = RuleText.of(
                    "PP-DEFINITION",
                    1,
                    RuleKind.BLOCK,
                    "Whether a task is separate and distinct is decided by a person",
                    "A progress payment is a part payment for a portion of the work of a task. A task is separate and distinct when no later task"
                            + " builds on it.",
                    guide(4, 12, HEADING))
            .read(
                    "Only tasks that are said to be separate and distinct are asked about, since money is released on them: each names the"
                            + " person who decided, or a person attests. All other tasks are taken to be built on.");

    public static final RuleText PP_IT_SPECIAL = RuleText.of(
                    "PP-IT-SPECIAL",
                    1,
                    RuleKind.BLOCK,
                    "Of special information technology 10% of the price is withheld until final acceptance",
                    "Progress payments for information technology made or done especially for the State and not saleable to others (Public"
                            + " Contract Code 12112): at least 10% of the contract price stays withheld until final delivery and acceptance,"
                            + " so all payments before come to at most 90%, both inclusive. After acceptance they come to at most the price.",
                    guide(4, 12, HEADING))
            .read(
                    "The Code as it reads now lets the department go lower after an assessment of the risk. 10% holds unless a recorded risk"
                            + " decision names a lower share that the law of the day allows. What is withheld is rounded up to the cent.")
            .using(ParameterName.PP_WITHHOLD_SHARE);

    public static final RuleText PP_IT_RISK = RuleText.of(
                    "PP-IT-RISK",
                    1,
                    RuleKind.WARNING,
                    "For special information technology the risk is assessed",
                    "The risk assessment guidelines and financial protection measures of Public Contract Code 12112 are used to see what applies"
                            + " to the project.",
                    guide(4, 12, HEADING))
            .read(
                    "A person records the assessment. A share below the usual one is taken from it only when it is not below 5% at a price of"
                            + " 10,000,000.00 or more and 3% below that; with a lower one the usual share holds. Since which day the Code"
                            + " allows that is not found, so it counts from the day it was read.")
            .using(
                    ParameterName.PP_WITHHOLD_SHARE,
                    ParameterName.PP_RISK_SHARE_SMALL,
                    ParameterName.PP_RISK_SHARE_LARGE,
                    ParameterName.PP_RISK_LARGE_PRICE);

    public static final RuleText PP_GOODS_SPECIAL = RuleText.of(
                    "PP-GOODS-SPECIAL",
                    1,
                    RuleKind.BLOCK,
                    "Of special goods 10% of the price is withheld, and a bond of half of it secures performance",
                    "Progress payments for goods made especially for the State and not saleable to others (Public Contract Code 10314): at least"
                            + " 10% of the price of the order stays withheld until final delivery and acceptance, and a faithful performance"
                            + " bond comes to at least one half of all that is payable, both inclusive.",
                    guide(4, 12, HEADING))
            .read(
                    "All that is payable is the grand total with tax and freight. A bond below half of the price blocks, one between half of"
                            + " the price and half of the grand total is a warning. What is withheld is rounded up to the cent, and so is the"
                            + " bond.")
            .using(ParameterName.PP_WITHHOLD_SHARE, ParameterName.PP_BOND_SHARE);

    public static final RuleText PP_NONIT_SERVICES = RuleText.of(
                    "PP-NONIT-SERVICES",
                    1,
                    RuleKind.BLOCK,
                    "Of non-IT services 10% is withheld until completion, of a distinct task until the task is complete",
                    "Progress payments for services other than information technology (Public Contract Code 10346): at least 10% of the contract"
                            + " amount is withheld until final completion. What was withheld on a separate and distinct task may be paid when"
                            + " that task is complete.",
                    guide(4, 13, CONTINUED))
            .read(
                    "A task that is both distinct and complete counts with its whole amount as released. Where payments are kept by task, each"
                            + " task that is not released is paid up to 90% of its amount.")
            .using(ParameterName.PP_WITHHOLD_SHARE);

    public static final RuleText PP_WITHHOLD_BASE = RuleText.of(
                    "PP-WITHHOLD-BASE",
                    1,
                    RuleKind.BLOCK,
                    "The withhold keeps pace with what is earned, and is never paid before acceptance",
                    "At each progress payment what is withheld so far is at least 10% of what is earned so far, and what is paid so far is at"
                            + " most 90% of the price, both inclusive.",
                    guide(4, 12, HEADING))
            .read(
                    "Derived: the text speaks of the price only. Earned is paid and withheld together. Falling behind the first measure is a"
                            + " warning, going beyond the second blocks. A lower share by risk decision and released tasks count as in the rules"
                            + " of the kind of order.")
            .using(ParameterName.PP_WITHHOLD_SHARE);

    public static final RuleText PP_DISCOURAGE = RuleText.of(
                    "PP-DISCOURAGE",
                    1,
                    RuleKind.WARNING,
                    "State policy discourages progress payments",
                    "A recommended policy for State agencies: discourage progress payments wherever possible.",
                    guide(4, 13, CONTINUED))
            .read("For a local buyer it is information only.");

    public static final RuleText PP_MIN_3_MONTHS = RuleText.of(
                    "PP-MIN-3-MONTHS",
                    1,
                    RuleKind.WARNING,
                    "By State policy no progress payments on orders shorter than three months",
                    "A recommended policy for State agencies: an order from 2025-01-15 through 2025-04-14 lasts three months and may have them;"
                            + " one that ends a day earlier should not.",
                    guide(4, 13, CONTINUED))
            .read("Three months are calendar months, the first and the last day included.")
            .binding(AgencyClass.STATE)
            .using(ParameterName.PP_LEAST_MONTHS);

    public static final RuleText PP_MONTHLY_ARREARS = RuleText.of(
                    "PP-MONTHLY-ARREARS",
                    1,
                    RuleKind.WARNING,
                    "By State policy progress payments are monthly in arrears or by stage, on a written report",
                    "A recommended policy for State agencies: not more often than monthly in arrears, or at clearly identifiable stages, based on"
                            + " written progress reports that come with the invoices.",
                    guide(4, 13, CONTINUED))
            .read(
                    "Two payments in one calendar month are more often than monthly, unless this one is for a named stage.")
            .binding(AgencyClass.STATE);

    public static final RuleText PP_NOT_IN_ADVANCE = RuleText.of(
                    "PP-NOT-IN-ADVANCE",
                    1,
                    RuleKind.BLOCK,
                    "No progress payment is made before the services are rendered",
                    "A progress payment is made on the last day of the work that it pays or later; the day before is in advance.",
                    guide(4, 13, CONTINUED))
            .read(
                    "It stands in the list of recommended policies for State agencies, but says shall, and payment for services in advance is"
                            + " refused to all elsewhere; so it binds all.");

    public static final RuleText PP_SERVICES_POINTER = RuleText.of(
            "PP-SERVICES-POINTER",
            1,
            RuleKind.CALCULATION,
            "Progress payments on services orders follow Section 4",
            "An order for services that allows progress payments keeps to the guidelines of Section 4.",
            guide(9, 18, HEADING));

    private ProgressPaymentText() {}
}
