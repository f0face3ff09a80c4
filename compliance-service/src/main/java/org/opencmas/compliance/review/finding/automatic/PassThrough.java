package org.opencmas.compliance.review.finding.automatic;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** Words of a line that say that another firm supplies and the contractor adds a fee. A sign to look at and no proof. */
final class PassThrough implements AutomaticCheck {
    private static final Pattern WORDS = Pattern.compile(
            "pass[- ]?through|fiscal agent|(handling|administrative|administration|procurement|processing|service) fee|mark-?up"
                    + "|on behalf of another");

    @Override
    public List<ReviewFinding> find(ReviewedOrder order) {
        List<String> lines = order.facts().order().lines(PassThrough::isSign).stream()
                .map(OrderLine::lineId)
                .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(ReviewFinding.question(
                        FindingKind.PASS_THROUGH,
                        "The words of line(s) %s point to a fee for passing on what another firm supplies."
                                .formatted(String.join(", ", lines)),
                        lines));
    }

    private static boolean isSign(OrderLine line) {
        return Stream.of(line.description(), line.nspReason() == null ? "" : line.nspReason())
                .anyMatch(text -> WORDS.matcher(text.toLowerCase(Locale.ROOT)).find());
    }
}
