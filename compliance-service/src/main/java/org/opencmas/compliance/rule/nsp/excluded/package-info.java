/**
 * What is excluded as an NSP item (NSP-EXCL-..., "Items Specifically Excluded" of the Guide): one class for each requirement, one table of
 * their texts, one list.
 *
 * <p>Not here: how much NSP an order may have, and how it is marked ({@code nsp}).
 */
@NullMarked
package org.opencmas.compliance.rule.nsp.excluded;

import org.jspecify.annotations.NullMarked;
