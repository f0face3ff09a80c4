/** Rules as the first release judged orders, each with all its faults; nothing here is ever changed. */
@NullMarked
package org.opencmas.compliance.rule.superseded.firstrelease;

import org.jspecify.annotations.NullMarked;
