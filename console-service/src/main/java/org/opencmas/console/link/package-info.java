/** The first page, the contact card and the list of useful sites. */
@NullMarked
package org.opencmas.console.link;

import org.jspecify.annotations.NullMarked;
