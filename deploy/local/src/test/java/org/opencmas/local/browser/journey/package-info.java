/** Journeys of people over several pages, from the sign-in to what they came for; each is listed in {@code SignedInPages} or {@code ConsolePages}. */
package org.opencmas.local.browser.journey;
