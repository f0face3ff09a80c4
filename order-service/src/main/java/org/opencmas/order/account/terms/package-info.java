/** What an order's payments are held to: bonds, terms of progress payments, figures of the day, what is withheld. */
@NullMarked
package org.opencmas.order.account.terms;

import org.jspecify.annotations.NullMarked;
