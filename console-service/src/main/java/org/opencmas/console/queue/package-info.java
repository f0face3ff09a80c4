/** What DGS has to see to: reports, fees, orders without a fee and events that stand still; and one report's reconciliation. */
@NullMarked
package org.opencmas.console.queue;

import org.jspecify.annotations.NullMarked;
