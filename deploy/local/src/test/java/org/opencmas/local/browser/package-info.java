/**
 * The console's pages in a real browser, on the running suite with its sample: each state of a page is looked at for what axe, the browser's console, its requests and a narrow
 * screen tell against it. A page or journey is added to {@link org.opencmas.local.browser.ConsolePages}, {@link org.opencmas.local.browser.SignedInPages} or {@link org.opencmas.local.browser.PersonaPages}.
 */
package org.opencmas.local.browser;
