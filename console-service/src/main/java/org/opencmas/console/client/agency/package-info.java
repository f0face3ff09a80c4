/** What an agency does with an order that is out, beside paying it: stopping and ending it, and what is written down for its file. */
@NullMarked
package org.opencmas.console.client.agency;

import org.jspecify.annotations.NullMarked;
