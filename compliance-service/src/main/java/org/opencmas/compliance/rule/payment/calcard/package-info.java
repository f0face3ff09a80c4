/** The rules on payment by the State's purchase card (PAY-CALCARD-...). Invoices and payments are asked the same. */
@NullMarked
package org.opencmas.compliance.rule.payment.calcard;

import org.jspecify.annotations.NullMarked;
