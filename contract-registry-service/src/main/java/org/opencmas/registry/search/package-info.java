/**
 * Finding agreements: by the contractor's name and by what is offered (Guide s2 p7 and Attachment A p24), narrowed by
 * codes and options. It reads what the other packages store and changes nothing.
 */
@NullMarked
package org.opencmas.registry.search;

import org.jspecify.annotations.NullMarked;
