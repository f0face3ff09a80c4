package org.opencmas.compliance.rule.book;

import java.util.List;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleBook;
import org.opencmas.compliance.rule.agreement.AgreementRules;
import org.opencmas.compliance.rule.certification.CertificationRules;
import org.opencmas.compliance.rule.nsp.NspRules;
import org.opencmas.compliance.rule.order.OrderRules;
import org.opencmas.compliance.rule.publicworks.PublicWorksRules;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.severalcmas.SeveralCmasRules;
import org.opencmas.compliance.rule.superseded.SupersededRules;

/** The rule books, one for each subject: each joins the lists of its chapters. */
public final class RuleBooks {
    public static final RuleBook<OrderFacts> ORDERS = new RuleBook<>(
            Stream.of(
                            AgreementRules.ALL,
                            OrderRules.ALL,
                            SeveralCmasRules.ALL,
                            NspRules.ALL,
                            PublicWorksRules.ALL,
                            CertificationRules.ALL)
                    .<Rule<OrderFacts>>flatMap(List::stream)
                    .toList(),
            SupersededRules.ALL);

    private RuleBooks() {}

    /** Every book. */
    public static List<RuleBook<?>> all() {
        return List.of(ORDERS);
    }
}
