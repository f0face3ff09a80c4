package org.opencmas.order.purchaseorder.acts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.PreconditionFailed;

/**
 * A digest of all that an amendment does: the order it changes and in which version, the whole amended document, the event that tells of it,
 * the agency's own rules and whether the fee is waived, and beside it the judgement that was shown, where one was. Whoever amends with the token of a
 * preview does exactly what that showed, or nothing. What was shown is compared when the amendment is made; how it is judged, when it is judged.
 *
 * <p>It is no secret and needs none: it lets nobody do what he may not do without it, and a made-up judgement is one that is not met.
 */
public final class PreviewToken {
    private static final Pattern JUDGED =
            Pattern.compile("[^.]+\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9a-f]{64})");

    /** The header that carries it. */
    public static final String HEADER = "Preview-Token";

    private PreviewToken() {}

    /**
     * What was shown of how the rules judge the amendment.
     *
     * @param judgementHash compliance's, of decision and findings
     */
    public record Judged(UUID previewId, String judgementHash) {
        /** What a token says of it; null where it says nothing. */
        static @Nullable Judged read(String token) {
            Matcher said = JUDGED.matcher(token.strip());
            return said.matches() ? new Judged(UUID.fromString(said.group(1)), said.group(2)) : null;
        }

        Map<String, String> told() {
            return Map.of("previewId", previewId.toString(), "judgementHash", judgementHash);
        }
    }

    /**
     * @param order as it stands after the change
     * @param rules of its agency, as they are now
     * @param isFeeWaived whether the contractor is known to owe no fee on it
     * @param judged null where no judgement was shown, or none follows since it is a draft
     */
    public static String of(
            PurchaseOrder order, OrderChange change, OwnRules rules, boolean isFeeWaived, @Nullable Judged judged) {
        String digest = digest(order, change, rules, isFeeWaived);
        return judged == null ? digest : digest + "." + judged.previewId() + "." + judged.judgementHash();
    }

    private static String digest(PurchaseOrder order, OrderChange change, OwnRules rules, boolean isFeeWaived) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                order.orderId().toString(),
                Long.toString(order.version()),
                change.type(),
                change.subject().state().name(),
                OrderJson.document(change.subject().document()),
                OrderJson.write(rules),
                Boolean.toString(isFeeWaived)
            }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @throws InvalidRequest (400) when the header is there and says nothing: who sends it means to be bound */
    static void requireSaid(@Nullable String sent) {
        if (sent != null && sent.isBlank()) {
            throw new InvalidRequest(new Fault(
                    "",
                    "The header " + HEADER + " is there and blank.",
                    "Send the previewToken of the preview, or leave the header out."));
        }
    }

    /** @throws PreconditionFailed (412) when the amendment would not do what the preview showed */
    static void require(String sent, String actual) {
        if (!MessageDigest.isEqual(
                sent.strip().getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8))) {
            throw new PreconditionFailed(
                    "This amendment would not do what its preview showed: the order, your agency's policy, the contractor's"
                            + " certificate or the body changed since."
                            + " Preview it again and decide anew.");
        }
    }
}
