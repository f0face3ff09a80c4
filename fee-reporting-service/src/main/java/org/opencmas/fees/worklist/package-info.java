/**
 * What DGS has to see to: reports overdue, returned or in disagreement with the ledger, fees unpaid, orders uncomputable; and whether anything is
 * outstanding of a contractor before an agreement is renewed. Read from what others keep; nothing is decided here.
 */
@NullMarked
package org.opencmas.fees.worklist;

import org.jspecify.annotations.NullMarked;
