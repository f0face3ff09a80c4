/** Superseded versions of the rules on what the program excludes; those in force are in {@code rule.scope}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.scope;

import org.jspecify.annotations.NullMarked;
