/** How the first release asked rules and judged an order part by part. Nothing here is ever changed. */
@NullMarked
package org.opencmas.compliance.rule.superseded.firstrelease;

import org.jspecify.annotations.NullMarked;
