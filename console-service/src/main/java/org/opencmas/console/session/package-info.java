/**
 * Who is signed in, and which pages are for whom: the sign-in, the sign-out, and the pages that those get who may not see what they asked for.
 */
@NullMarked
package org.opencmas.console.session;

import org.jspecify.annotations.NullMarked;
