/**
 * What clients send to change an order, and how it is read: who sends it, on what day, with what words. Nothing here changes an
 * order. The body of a new order is read by the module order-body.
 */
@NullMarked
package org.opencmas.order.purchaseorder.intake;

import org.jspecify.annotations.NullMarked;
