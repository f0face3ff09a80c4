/** What a page is asked for: fields that keep what was typed, figures read from them, addresses and places in a list that lead back to the same page. */
@NullMarked
package org.opencmas.console.frame.field;

import org.jspecify.annotations.NullMarked;
