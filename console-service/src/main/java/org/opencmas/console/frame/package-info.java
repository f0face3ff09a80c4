/**
 * What every page shares: the menu by role, the forms of figures and days, panels that outlive a service that is down, fields that keep what was typed, and the
 * pages that say what went wrong. It knows no feature and no service.
 */
@NullMarked
package org.opencmas.console.frame;

import org.jspecify.annotations.NullMarked;
