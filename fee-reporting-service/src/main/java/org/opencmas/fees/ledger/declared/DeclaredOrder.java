package org.opencmas.fees.ledger.declared;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * A local order, or an amendment of one, that the filed report of an agreement's quarter adds.
 *
 * @param total what it comes to, or of an amendment what it adds or takes away, in dollars before tax and freight
 */
public record DeclaredOrder(Line line, String agencyName, String purchaseOrderNumber, LocalDate orderDate, Usd total) {
    /** An added order of a report. */
    public static DeclaredOrder of(
            CalendarQuarter quarter,
            String agencyName,
            String purchaseOrderNumber,
            int amendmentNumber,
            LocalDate orderDate,
            Usd total) {
        return new DeclaredOrder(
                new Line(
                        new Order(Identifier.keyOf(agencyName), Identifier.keyOf(purchaseOrderNumber)),
                        amendmentNumber,
                        quarter),
                agencyName,
                purchaseOrderNumber,
                orderDate,
                total);
    }

    /** An agency's order, by names as they are compared. */
    public record Order(String agencyKey, String orderKey) {
        /** The same for the same order under the agreement, at any time and in any instance. */
        UUID id(CmasNumber agreement) {
            String name = agreement.canonical() + '\n' + agencyKey + '\n' + orderKey;
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * One document of it as one report names it.
     *
     * @param quarter of the report
     */
    public record Line(Order order, int amendmentNumber, CalendarQuarter quarter) {
        Document document() {
            return new Document(order, amendmentNumber);
        }
    }

    /** The same whichever report names it. */
    record Document(Order order, int amendmentNumber) {}
}
