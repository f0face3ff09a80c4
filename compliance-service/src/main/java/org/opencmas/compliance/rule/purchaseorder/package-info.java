/**
 * What the rules on orders know of an order: the document, its parties, the CMAS it cites, what the price lists say of its lines.
 *
 * <p>Kept in receipts as JSON: a component is never renamed or removed, and a new one says what its absence means. Not here: where the
 * facts come from.
 */
@NullMarked
package org.opencmas.compliance.rule.purchaseorder;

import org.jspecify.annotations.NullMarked;
