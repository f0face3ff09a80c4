/**
 * The body of an order, read in one way by every service that takes one: how it is sent ({@link NewOrder}, and the JSON
 * Schema {@code order-body.schema.json} beside it), the one reader, and what is read ({@link OrderBody}). The examples, good
 * and bad, that every endpoint for such a body must take or refuse alike are in {@code examples}.
 *
 * <p>It knows no database, no event and no rule of the Guide: a well-formed order that a rule forbids is read here and
 * judged by the rule book. What is stored and published has forms of its own.
 */
@NullMarked
package org.opencmas.orderbody;

import org.jspecify.annotations.NullMarked;
