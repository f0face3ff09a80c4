/** The rules on payment in advance (PAY-ADVANCE-...): of services, subscriptions and warranties, and its legal basis. Invoices and payments are asked the same. */
@NullMarked
package org.opencmas.compliance.rule.payment.advance;

import org.jspecify.annotations.NullMarked;
