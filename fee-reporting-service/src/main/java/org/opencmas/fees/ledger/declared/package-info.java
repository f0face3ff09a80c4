/**
 * Orders that contractors' filed reports add and that no agency's order answers yet. Their fee is owed on the contractor's word, in a book
 * of its own beside the ledger of orders, until the agency's order is known (docs/adr/0074).
 */
@NullMarked
package org.opencmas.fees.ledger.declared;

import org.jspecify.annotations.NullMarked;
