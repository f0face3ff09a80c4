/**
 * How rules are asked: a book asks each rule of its subject, makes the outcomes into findings, weighs the attestations and says what the
 * findings mean; and it judges a receipt again by exactly what judged it.
 *
 * <p>Not here: what a rule is ({@code rule}), and which rules there are ({@code book}).
 */
@NullMarked
package org.opencmas.compliance.rule.judging;

import org.jspecify.annotations.NullMarked;
