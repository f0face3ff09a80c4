/**
 * What the agency tells of an order beside its lines: how it came to it, when it is to be fulfilled, what it says of services, public works
 * and leases.
 *
 * <p>Kept in receipts as JSON, as the whole of {@code purchaseorder}. Not here: the order and its lines.
 */
@NullMarked
package org.opencmas.compliance.rule.purchaseorder.told;

import org.jspecify.annotations.NullMarked;
