/** The chapter on what is paid before it is delivered: services never, subscriptions and warranties within their limits. */
@NullMarked
package org.opencmas.compliance.rule.payment.advance;

import org.jspecify.annotations.NullMarked;
