/** Rules on items that are not specifically priced, as the first release judged them. */
@NullMarked
package org.opencmas.compliance.rule.superseded.firstrelease.nsp;

import org.jspecify.annotations.NullMarked;
