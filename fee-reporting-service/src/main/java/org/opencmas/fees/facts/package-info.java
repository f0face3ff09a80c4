/**
 * What this service has learned from the others and may rely on: agencies, contractors with their certificates, agreements,
 * and every change of every order. Copies fed by events; nothing here is decided or corrected by this service.
 */
@NullMarked
package org.opencmas.fees.facts;

import org.jspecify.annotations.NullMarked;
