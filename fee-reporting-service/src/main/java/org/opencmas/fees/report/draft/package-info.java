/** What a contractor says of a quarter and has not filed yet, laid beside the ledger's statement line by line. */
@NullMarked
package org.opencmas.fees.report.draft;

import org.jspecify.annotations.NullMarked;
