/** What an agency writes down of an issued order: what came and was accepted, the invoices for it, and the payments. */
@NullMarked
package org.opencmas.console.paying;

import org.jspecify.annotations.NullMarked;
