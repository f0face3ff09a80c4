/**
 * Cases of a legal name change: a contractor asks, the Department decides by a second person, and the agreements print the new name by a
 * supplement each (CON-NAME-CHANGE). Paying an invoice under another name than the agreement's is not approved by a case.
 */
@NullMarked
package org.opencmas.registry.namechange;

import org.jspecify.annotations.NullMarked;
