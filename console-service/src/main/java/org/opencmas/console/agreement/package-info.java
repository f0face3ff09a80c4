/** Finding agreements, and all there is to know of one: terms with their source, history, prices, documents. */
@NullMarked
package org.opencmas.console.agreement;

import org.jspecify.annotations.NullMarked;
