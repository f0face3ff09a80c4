/**
 * What is known here of the agency, the contractor, the CMAS and their price lists, as other services told it.
 *
 * <p>Kept in receipts as JSON, as the whole of {@code purchaseorder}. Not here: what the order itself says.
 */
@NullMarked
package org.opencmas.compliance.rule.purchaseorder.known;

import org.jspecify.annotations.NullMarked;
