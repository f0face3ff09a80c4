/**
 * Versions of rules that are asked of nothing new: kept as they were, faults and all, so that every receipt ever stored can be judged
 * again by what judged it. Stored receipts among the tests' resources hold each of them to what it found.
 *
 * <p>To change a rule: copy it to its chapter here with its version in its name, list it in {@link
 * org.opencmas.compliance.rule.superseded.SupersededRules}, then change it and count its version up.
 */
@NullMarked
package org.opencmas.compliance.rule.superseded;

import org.jspecify.annotations.NullMarked;
