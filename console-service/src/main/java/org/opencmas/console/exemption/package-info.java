/** Exemption determinations and the reviewer's decision. */
@NullMarked
package org.opencmas.console.exemption;

import org.jspecify.annotations.NullMarked;
