/**
 * The least change of an order that a rule asks for, where it can be computed, as a JSON Patch of the body that was sent.
 *
 * <p>Not here: whether a rule is broken ({@code rule}). A fix belongs to an answer and is never part of a receipt.
 */
@NullMarked
package org.opencmas.compliance.fix;

import org.jspecify.annotations.NullMarked;
