/**
 * What was bought, State departments included: entered beside the ledger in the same transactions, as signed differences, and totalled
 * by the database for dashboards. Nothing is owed because of it.
 */
@NullMarked
package org.opencmas.fees.ledger.sales;

import org.jspecify.annotations.NullMarked;
