/** What is hardly meant in an order, and the word that it is meant. */
@NullMarked
package org.opencmas.console.doubt;

import org.jspecify.annotations.NullMarked;
