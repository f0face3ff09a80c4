/** What is this site's and what another's: which requests its own pages sent, and which addresses a sign-in may lead back to. */
@NullMarked
package org.opencmas.console.session.site;

import org.jspecify.annotations.NullMarked;
