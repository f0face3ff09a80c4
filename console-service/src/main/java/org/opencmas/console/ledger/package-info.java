/** The ledger with its proof, for DGS and auditors. */
@NullMarked
package org.opencmas.console.ledger;

import org.jspecify.annotations.NullMarked;
