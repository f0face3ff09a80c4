package org.opencmas.order.purchaseorder.acts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
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
 * and the agency's own rules that were shown with it. Whoever amends with the token of a preview does exactly what that showed, or nothing.
 *
 * <p>It is no secret and needs none: it lets nobody do what he may not do without it.
 */
public final class PreviewToken {
    /** The header that carries it. */
    public static final String HEADER = "Preview-Token";

    private PreviewToken() {}

    /**
     * @param order as it stands after the change
     * @param rules of its agency, as they are now
     */
    public static String of(PurchaseOrder order, OrderChange change, OwnRules rules) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                order.orderId().toString(),
                Long.toString(order.version()),
                change.type(),
                change.subject().state().name(),
                OrderJson.document(change.subject().document()),
                OrderJson.write(rules)
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
                    "This amendment would not do what its preview showed: the order, your agency's policy or the body changed since."
                            + " Preview it again and decide anew.");
        }
    }
}
