/**
 * State departments' administrative fee, which DGS bills them itself (FEE-STATE-ADMIN): worked out apart from the ledger of the incentive
 * fee, where a rate is known. Nothing is billed or kept here.
 */
@NullMarked
package org.opencmas.fees.administrativefee;

import org.jspecify.annotations.NullMarked;
