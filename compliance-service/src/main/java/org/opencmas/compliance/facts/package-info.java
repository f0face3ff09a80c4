/**
 * What the rules need to know of an order or an invoice, gathered from the copies that are kept here.
 *
 * <p>A dry run and a submitted order take the same way through {@link org.opencmas.compliance.facts.GatherFacts}. Plain JDBC with few
 * prepared statements, since this is the hot path: however many orders come together, where the copies stand and the prices are one
 * statement each, and agencies, contractors, agreements and figures are read again only when one of them was changed
 * ({@link org.opencmas.compliance.copy.VersionedCache} says why that is safe).
 *
 * <p>Not here: how the copies are kept ({@code copy}), and what is asked of the facts ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.facts;

import org.jspecify.annotations.NullMarked;
