/** The books that the chapters make together, one for each subject. Not here: what a rule asks. */
@NullMarked
package org.opencmas.compliance.rule.book;

import org.jspecify.annotations.NullMarked;
