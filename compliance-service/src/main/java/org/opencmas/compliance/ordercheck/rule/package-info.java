/**
 * The rule book for purchase orders: what an order, a State or local agency and a CMAS must be for an order to stand.
 *
 * <p>Pure Java. A rule sees {@link OrderFacts}, gathered beforehand, and nothing else: no clock, no database, no framework. Equal
 * facts give equal findings, which is what makes a receipt reproducible years later.
 *
 * <p>To add a rule: write one record that implements {@link OrderRule}, one test with its boundary table, and one line in {@link
 * OrderRules}. To change one: keep it as it is in {@code superseded}, then count its version up.
 *
 * <p>Not here: what the facts are and where they come from, who may ask, what becomes of a finding.
 */
@NullMarked
package org.opencmas.compliance.ordercheck.rule;

import org.jspecify.annotations.NullMarked;
