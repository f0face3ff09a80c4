/** What became otherwise between the showing of a page and the sending of its form: carried by the form, told by the page that is shown again. */
@NullMarked
package org.opencmas.console.frame.meanwhile;

import org.jspecify.annotations.NullMarked;
