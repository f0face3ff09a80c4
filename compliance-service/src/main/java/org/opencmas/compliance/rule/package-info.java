/**
 * The kernel of the rule books: what a rule is and what it says of itself; beside it {@code outcome}, what a rule finds, and {@code judging},
 * how rules are asked and what their answers mean. It knows no subject: a rule judges any record of facts, of an order, a request for offer
 * or an invoice.
 *
 * <p>Pure Java. A rule sees facts gathered beforehand and nothing else: no clock, no database, no framework. Equal facts give equal
 * findings, which is what makes a receipt reproducible years later.
 *
 * <p>How a rule is added and changed stands in the suite's README.
 *
 * <p>Not here: what the facts are and where they come from, who may ask, what becomes of a finding.
 */
@NullMarked
package org.opencmas.compliance.rule;

import org.jspecify.annotations.NullMarked;
