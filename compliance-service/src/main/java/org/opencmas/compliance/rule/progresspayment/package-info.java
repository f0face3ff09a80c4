/**
 * The chapter on progress payments (PP-...): one class for each requirement, one table of their texts, one list.
 *
 * <p>Not here: payments of any kind ({@code payment}), and how much has to be withheld ({@code invoice}, {@code Withholding}).
 */
@NullMarked
package org.opencmas.compliance.rule.progresspayment;

import org.jspecify.annotations.NullMarked;
