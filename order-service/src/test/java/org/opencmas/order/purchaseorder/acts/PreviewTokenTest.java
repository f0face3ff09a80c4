package org.opencmas.order.purchaseorder.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.OwnSettings;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.RandomAmendments;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.problem.PreconditionFailed;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

@DisplayName("A preview's token lets exactly the amendment through that was previewed")
class PreviewTokenTest {
    private static final int CASES = 3_000;
    private static final OwnRules RULES = new OwnRules(AgencyClass.LOCAL, null, false, null, OwnSettings.NONE);

    /** An order and what amending it did. */
    private record Amended(PurchaseOrder order, OrderChange change) {
        static Amended of(RandomAmendments random, OrderBody ordered, OrderBody amended, boolean draft) {
            PurchaseOrder order = random.issued(ordered);
            return new Amended(order, order.amend(amended, RandomAmendments.first(), draft, RandomAmendments.act()));
        }

        String token(OwnRules rules) {
            return PreviewToken.of(order, change, rules, false, null);
        }

        String document() {
            return OrderJson.document(change.subject().document());
        }
    }

    @Test
    void theSameAmendmentHasTheSameTokenAndDocument() {
        for (long seed = 1; seed <= CASES; seed++) {
            var random = new RandomAmendments(seed);
            OrderBody ordered = random.order();
            OrderBody amended = random.amended(ordered);
            Amended previewed = Amended.of(random, ordered, amended, false);
            Amended committed = Amended.of(random, ordered, amended, false);
            PreviewToken.require(previewed.token(RULES), committed.token(RULES));
            assertThat(committed.document()).isEqualTo(previewed.document());
        }
    }

    @Test
    void anyOtherAmendmentIsRefused() {
        Set<String> tokens = new HashSet<>();
        for (long seed = 1; seed <= CASES; seed++) {
            var random = new RandomAmendments(seed);
            OrderBody ordered = random.order();
            OrderBody amended = random.amended(ordered);
            String token = Amended.of(random, ordered, amended, false).token(RULES);
            tokens.add(token);
            OrderBody other = random.amended(amended);
            if (!other.equals(amended)) {
                String second = Amended.of(random, ordered, other, false).token(RULES);
                assertThatThrownBy(() -> PreviewToken.require(token, second)).isInstanceOf(PreconditionFailed.class);
            }
            assertThat(Amended.of(random, ordered, amended, true).token(RULES))
                    .as("a draft is another thing than an amendment that is sent")
                    .isNotEqualTo(token);
            var stricter = new OwnRules(AgencyClass.LOCAL, Usd.of("1.00"), true, null, OwnSettings.NONE);
            assertThat(Amended.of(random, ordered, amended, false).token(stricter))
                    .as("limits that changed since")
                    .isNotEqualTo(token);
        }
        assertThat(tokens).hasSize(CASES);
    }

    @Test
    @DisplayName("ORD-AMEND-RECHECK: the judgement that was shown is part of the token, and so is a waived fee")
    void whatWasShownBesideTheAmendmentIsBoundToo() {
        var random = new RandomAmendments(1);
        OrderBody ordered = random.order();
        Amended amended = Amended.of(random, ordered, random.amended(ordered), false);
        var shown = new PreviewToken.Judged(new UUID(5, 5), "0a".repeat(32));
        String token = PreviewToken.of(amended.order, amended.change, RULES, false, shown);

        assertThat(PreviewToken.Judged.read(token)).isEqualTo(shown);
        assertThat(PreviewToken.Judged.read(amended.token(RULES))).isNull();
        for (String none : List.of("", "x", "x.y.z", token + "0", token.substring(1 + token.indexOf('.')))) {
            assertThat(PreviewToken.Judged.read(none)).as(none).isNull();
        }
        assertThat(token).isNotEqualTo(amended.token(RULES));
        assertThat(PreviewToken.of(amended.order, amended.change, RULES, true, shown))
                .isNotEqualTo(token);
    }
}
