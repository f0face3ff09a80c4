/**
 * CMAS numbers as people type them: what a text means, and which agreement it may name. The grammar itself is in
 * cmas-terms.
 */
@NullMarked
package org.opencmas.registry.cmasnumber;

import org.jspecify.annotations.NullMarked;
