package org.opencmas.registry.agreement.terms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.Identifier;

/**
 * Whether an agreement's terms agree with the programme's rules and with themselves; every fault is found at once.
 *
 * <ul>
 *   <li>CON-DESCRIPTOR-MAX12 (Guide Att. A p24): 12 codes are accepted, the 13th is refused.
 *   <li>CON-NSP-FLAG (Guide s10 p21): no NSP provision when all categories are consulting services, personal services,
 *       software or office supplies; a warning when some are.
 *   <li>GEN-NOT-A-BID-PROGRAM (Guide s1 p5, p6): an active agreement has a base contract; one that is not GSA's names its
 *       awarding body.
 *   <li>Terms start on or before the day they end.
 * </ul>
 */
public final class TermsCheck {
    /** Most product codes, inclusive. */
    static final int MAX_CODES = 12;

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> rules = new LinkedHashSet<>();

    private TermsCheck() {}

    /**
     * What does not block, in words.
     *
     * @param rule the requirement's id
     */
    @Schema(name = "AgreementWarning")
    public record Warning(String rule, String message) {}

    /**
     * @param status on the days on which these terms are in force; ACTIVE when it is so on any of them
     * @throws RefusedByRule (422, agreement-refused) with a fault per broken rule
     */
    public static void require(Terms terms, AgreementStatus status) {
        var check = new TermsCheck();
        check.codes(terms);
        check.nspProvision(terms);
        check.baseContract(terms, status);
        check.dates(terms);
        if (!check.faults.isEmpty()) {
            throw new RefusedByRule(
                    "agreement-refused",
                    "The agreement's terms break " + check.faults.size()
                            + (check.faults.size() == 1 ? " rule" : " rules") + "; nothing was stored.",
                    check.faults,
                    Map.of("rules", List.copyOf(check.rules)));
        }
    }

    private void codes(Terms terms) {
        int count = terms.productCodes().size();
        if (count > MAX_CODES) {
            fault(
                    "CON-DESCRIPTOR-MAX12",
                    "/productCodes/" + MAX_CODES,
                    "is the 13th code; an agreement carries at most 12 (" + count + " given)",
                    "Keep the 12 that buyers look for most; the agreement covers more than its codes show.");
        }
        if (terms.productCodes().stream().map(Identifier::keyOf).distinct().count() < count) {
            fault("CON-DESCRIPTOR-MAX12", "/productCodes", "holds a code twice", "Keep it once.");
        }
    }

    private void nspProvision(Terms terms) {
        List<Category> categories = terms.coveredCategories();
        if (terms.nspProvision() && !categories.isEmpty() && categories.stream().allMatch(Category::withoutNsp)) {
            fault(
                    "CON-NSP-FLAG",
                    "/nspProvision",
                    "cannot be true: every category is one that never has the provision " + categories,
                    "Set it to false, or name the other categories the agreement covers.");
        }
    }

    private void baseContract(Terms terms, AgreementStatus status) {
        BaseContract base = terms.baseContract();
        if (base == null) {
            if (status == AgreementStatus.ACTIVE) {
                fault(
                        "GEN-NOT-A-BID-PROGRAM",
                        "/baseContract",
                        "is missing; an agreement without its base contract cannot be active",
                        "Name the base contract, or register the agreement as SUSPENDED until it is known.");
            }
            return;
        }
        if (base.type() == BaseType.NON_GSA
                && (base.awardingBody() == null || base.awardingBody().isBlank())) {
            fault(
                    "GEN-NOT-A-BID-PROGRAM",
                    "/baseContract/awardingBody",
                    "is missing; a base contract that is not GSA's needs it",
                    "Name who awarded the base contract.");
        }
        if (base.termStart() != null && base.termEnd() != null && base.termEnd().isBefore(base.termStart())) {
            fault("TERM", "/baseContract/termEnd", "is before termStart", "It is the last day, inclusive.");
        }
    }

    private void dates(Terms terms) {
        if (terms.termEnd().isBefore(terms.termStart())) {
            fault("TERM", "/termEnd", "is before termStart " + terms.termStart(), "It is the last day, inclusive.");
        }
    }

    private void fault(String rule, String pointer, String detail, String remedy) {
        rules.add(rule);
        faults.add(new Fault(pointer, detail + " (" + rule + ")", remedy));
    }

    /** What an analyst should look at again. */
    public static List<Warning> warnings(Terms terms) {
        List<Warning> warnings = new ArrayList<>();
        List<Category> withoutNsp =
                terms.coveredCategories().stream().filter(Category::withoutNsp).toList();
        if (terms.nspProvision() && !withoutNsp.isEmpty()) {
            warnings.add(new Warning(
                    "CON-NSP-FLAG",
                    "The NSP provision does not reach " + withoutNsp + ", which the agreement covers beside others."));
        }
        if (terms.nspProvision() && terms.categories().isEmpty()) {
            warnings.add(new Warning(
                    "CON-NSP-FLAG", "No category is given, so whether the NSP provision is allowed cannot be told."));
        }
        if (terms.forUseBy() == ForUseBy.UNKNOWN) {
            warnings.add(new Warning(
                    "CON-LOCAL-OPTIN",
                    "Whether local agencies may use the agreement is not known; ask the CMAS Unit."));
        }
        BaseContract base = terms.baseContract();
        if (base != null && base.termEnd() != null && base.termEnd().isBefore(terms.termEnd())) {
            warnings.add(new Warning(
                    "GEN-NOT-A-BID-PROGRAM",
                    "The base contract ends on " + base.termEnd() + ", before the agreement's term does."));
        }
        return warnings;
    }
}
