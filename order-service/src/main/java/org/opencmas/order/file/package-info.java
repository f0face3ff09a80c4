/**
 * The file of one order for its auditor: every document as JSON and the order's as PDF, in one zip with a manifest of hashes, and the
 * checklist of what belongs in it.
 */
@NullMarked
package org.opencmas.order.file;

import org.jspecify.annotations.NullMarked;
