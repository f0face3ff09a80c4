/**
 * The chapter on asking for offers (SOL-...): what a request for offer is judged by, one class for each requirement, one table of their
 * texts, one list.
 *
 * <p>Not here: who is asked for an offer, and what the offers say.
 */
@NullMarked
package org.opencmas.compliance.rule.offer;

import org.jspecify.annotations.NullMarked;
