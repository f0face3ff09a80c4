/** The browser that the tests drive, a visit in it, signed in or not, and pictures of what it shows. */
package org.opencmas.local.browser.window;
