/**
 * The chapter on sales tax on maintenance (TAX-...): one class for each requirement, one table of their texts, one list.
 *
 * <p>Not here: tax on anything else, and any tax advice.
 */
@NullMarked
package org.opencmas.compliance.rule.tax;

import org.jspecify.annotations.NullMarked;
