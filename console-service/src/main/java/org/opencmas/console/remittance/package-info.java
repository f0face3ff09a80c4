/** What contractors paid: written down when it comes in, applied to reports, and given back by two persons. The contractor's own view is the report feature's account. */
@NullMarked
package org.opencmas.console.remittance;

import org.jspecify.annotations.NullMarked;
