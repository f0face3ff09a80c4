/** Shows the journal as it is: to those who follow it, and to those who verify its chain. It changes nothing. */
@NullMarked
package org.opencmas.journal.proof;

import org.jspecify.annotations.NullMarked;
