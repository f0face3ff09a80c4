/** Superseded versions of the rules on services; those in force are in {@code rule.services}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.services;

import org.jspecify.annotations.NullMarked;
