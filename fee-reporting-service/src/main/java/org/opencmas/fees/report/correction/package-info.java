/** Files a report once more, and sends one back as incomplete. What was filed before stays. */
@NullMarked
package org.opencmas.fees.report.correction;

import org.jspecify.annotations.NullMarked;
