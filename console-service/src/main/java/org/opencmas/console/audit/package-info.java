/** What auditors look up about people and things: overrides, attestations, and the journals with what was signed of them. Nothing is changed here. */
@NullMarked
package org.opencmas.console.audit;

import org.jspecify.annotations.NullMarked;
