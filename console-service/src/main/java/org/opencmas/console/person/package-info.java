/**
 * Who the people are that services write down by the identity provider's id: the console notes the name of everybody who signs in to it, and shows that name where a service
 * tells only the id. It knows nothing of anybody else, and no role hangs on it.
 */
@NullMarked
package org.opencmas.console.person;

import org.jspecify.annotations.NullMarked;
