/** What an order says only of services, public works or a lease, and how its lines are coded: as it is sent, read, and kept. */
@NullMarked
package org.opencmas.orderbody.particulars;

import org.jspecify.annotations.NullMarked;
